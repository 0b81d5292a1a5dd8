using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Dial</c>: the call is put through to a telephone, or into a conference.</summary>
internal sealed record DialVerb : Verb
{
    private static readonly string[] Telephones = ["Number", "Client", "Sip"];

    public string Other { get; init; } = "";
    public ConferenceRoom? Conference { get; init; }
    public string? Action { get; init; }
    public string Method { get; init; } = "POST";
    public int Timeout { get; init; }

    public static DialVerb Read(TwimlElement dial)
    {
        var inside = dial.Children([.. Telephones, "Conference", "Queue"]).ToList();
        var conference = inside.Find(child => child.Name == "Conference");
        var verb = new DialVerb
        {
            Other = inside.Count == 0 ? dial.Content : string.Join(", ", inside.Select(child => child.Content)),
            Conference = conference is null ? null : ConferenceRoom.Read(conference),
            Action = dial.Address("action"),
            Method = dial.Method(),
            Timeout = dial.Number("timeout", 30, 5, 600),
        };
        dial.Finish("timeLimit", "callerId", "answerOnBridge", "hangupOnStar", "record", "ringTone", "trim", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "referUrl", "referMethod", "sequential");
        if (verb.Other.Length == 0) dial.Warn("<Dial> names nobody");
        if (inside.Count > 10) dial.Warn($"<Dial> names {inside.Count} telephones; 10 are allowed");
        if (inside.Count > 1 && !inside.TrueForAll(child => Telephones.Contains(child.Name, StringComparer.Ordinal))) dial.Warn("<Conference> and <Queue> stand alone in <Dial>");
        return verb;
    }

    public override Next Reach(CallLine line)
    {
        if (Conference is not { } room) return new Await(new Ringing(this)) { Heard = [new Signal("ringing")] };
        var sid = CallLine.NewSid("CF");
        return new Await(new Conferring(this, room, sid, line.Now)) { Callbacks = room.Tell(sid, "participant-join") };
    }

    /// <summary>How the dialling ended: the action is asked what comes, or the document goes on.</summary>
    public Next Ended(string status, CallLine line, DateTimeOffset? since) => Action is null
        ? new Onward()
        : new Fetch("Dial action", Action, Method, Result(status, line, since));

    private static ImmutableArray<Parameter> Result(string status, CallLine line, DateTimeOffset? since) => since is { } answered
        ? [new("DialCallStatus", status), new("DialCallSid", CallLine.NewSid("CA")), new("DialCallDuration", line.SecondsSince(answered)), new("DialBridged", "true")]
        : [new("DialCallStatus", status)];
}

/// <summary><c>Conference</c>: the room that the caller enters.</summary>
internal sealed record ConferenceRoom(string Name, string? StatusCallback, ImmutableArray<string> Events)
{
    public static ConferenceRoom Read(TwimlElement conference)
    {
        var room = new ConferenceRoom(
            conference.Content, conference.Address("statusCallback"),
            [.. conference.Text("statusCallbackEvent", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        conference.Finish(
            "beep", "muted", "startConferenceOnEnter", "endConferenceOnExit", "waitUrl", "waitMethod", "maxParticipants", "record", "region", "coach", "trim", "participantLabel",
            "jitterBufferSize", "statusCallbackMethod", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent");
        return room;
    }

    /// <summary>Tells what happened in the room, where that is asked for.</summary>
    public ImmutableArray<Callback> Tell(string sid, params ReadOnlySpan<string> events)
    {
        if (StatusCallback is null) return [];
        var told = ImmutableArray.CreateBuilder<Callback>();
        foreach (var what in events)
            if (Events.Contains(what[(what.IndexOf('-', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal))
                told.Add(new("Conference status", StatusCallback, "POST", [new("StatusCallbackEvent", what), new("FriendlyName", Name), new("ConferenceSid", sid)]));
        return told.ToImmutable();
    }
}

/// <summary>A telephone rings.</summary>
internal sealed record Ringing(DialVerb Verb) : Waiting
{
    public override Listening Shown => new("dial") { Timeout = Verb.Timeout, Other = Verb.Other };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        OtherAnswered => new Await(new Talking(Verb, line.Now)),
        OtherHungUp => Verb.Ended("busy", line, null),
        KeptSilent => Verb.Ended("no-answer", line, null),
        _ => new Await(this) { Unheard = true },
    };
}

/// <summary>The caller speaks with whoever was rung.</summary>
internal sealed record Talking(DialVerb Verb, DateTimeOffset Since) : Waiting
{
    public override Listening Shown => new("talk") { Speech = true, Other = Verb.Other };

    public override Next On(CallerAct act, CallLine line) => act is OtherHungUp ? Verb.Ended("completed", line, Since) : new Await(this);
}

/// <summary>The caller is in a conference, alone until somebody joins.</summary>
internal sealed record Conferring(DialVerb Verb, ConferenceRoom Room, string Sid, DateTimeOffset Since) : Waiting
{
    public override Listening Shown => new("talk") { Speech = true, Other = Room.Name };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        OtherAnswered => new Await(this) { Callbacks = Room.Tell(Sid, "participant-join", "conference-start") },
        OtherHungUp => Verb.Ended("answered", line, Since) with { Callbacks = Room.Tell(Sid, "participant-leave", "conference-end") },
        HungUp => new End("completed") { Callbacks = Room.Tell(Sid, "participant-leave", "conference-end") },
        _ => new Await(this),
    };
}
