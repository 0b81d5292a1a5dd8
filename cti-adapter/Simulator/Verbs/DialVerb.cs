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
        var inside = line.Enter(room);
        var alone = inside.Room.Inside.Length == 1;
        return new Await(new Conferring(this, inside, line.Now))
        {
            Callbacks = alone ? inside.Tell("participant-join") : inside.Tell("conference-start", "participant-join"),
            Heard = alone && room.WaitUrl.Length > 0 ? [new Tune(room.WaitUrl, 0)] : [],
        };
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
    public string Label { get; init; } = "";
    public bool Muted { get; init; }
    public bool EndsOnExit { get; init; }
    public string? Coaches { get; init; }
    public string WaitUrl { get; init; } = "";

    public static ConferenceRoom Read(TwimlElement conference)
    {
        var room = new ConferenceRoom(
            conference.Content, conference.Address("statusCallback"),
            [.. conference.Text("statusCallbackEvent", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            Label = conference.Text("participantLabel", ""), Muted = conference.Flag("muted", false), EndsOnExit = conference.Flag("endConferenceOnExit", false),
            Coaches = conference.Text("coach", "") is { Length: > 0 } coached ? coached : null, WaitUrl = conference.Text("waitUrl", ""),
        };
        conference.Finish(
            "beep", "startConferenceOnEnter", "waitMethod", "maxParticipants", "record", "region", "trim",
            "jitterBufferSize", "statusCallbackMethod", "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent");
        return room;
    }

    /// <summary>Tells what happened in the room, where that is asked for.</summary>
    public ImmutableArray<Callback> Tell(string sid, string label, params ReadOnlySpan<string> events)
    {
        if (StatusCallback is null) return [];
        var told = ImmutableArray.CreateBuilder<Callback>();
        foreach (var what in events)
            if (Events.Contains(WishFor(what), StringComparer.Ordinal))
                told.Add(new("Conference status", StatusCallback, "POST", [new("StatusCallbackEvent", what), new("FriendlyName", Name), new("ConferenceSid", sid), new("ParticipantLabel", label)]));
        return told.ToImmutable();
    }

    // Who wants to be told of holding is told of its end too, as of muting.
    private static string WishFor(string what)
    {
        if (what.StartsWith("announcement", StringComparison.Ordinal)) return "announcement";
        var happened = what[(what.IndexOf('-', StringComparison.Ordinal) + 1)..];
        return happened is "unhold" or "unmute" ? happened[2..] : happened;
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

/// <summary>The call is in a room, perhaps alone.</summary>
internal sealed record Conferring(DialVerb Verb, Participant Inside, DateTimeOffset Since) : Waiting
{
    public override Listening Shown => new("room") { Speech = true, Other = Inside.Room.Name };

    public override Next On(CallerAct act, CallLine line)
    {
        switch (act)
        {
            case Spoke spoke:
                ConferenceRooms.Say(Inside, spoke.Text, spoke.Text.Any(letter => letter is >= '가' and <= '힣') ? "ko-KR" : "en-US");
                return new Await(this);
            // Somebody whom nobody plays joins, or leaves so that the room ends.
            case OtherAnswered:
                return new Await(this) { Callbacks = Inside.Tell("participant-join", "conference-start") };
            case OtherHungUp:
                line.Leave(Inside);
                return Verb.Ended("answered", line, Since) with { Callbacks = Inside.Tell("participant-leave", "conference-end") };
            case RoomClosed:
                return Verb.Ended("answered", line, Since);
            case HungUp:
                line.Leave(Inside);
                return new End("completed") { Callbacks = Inside.Room.Inside.IsEmpty ? Inside.Tell("participant-leave", "conference-end") : Inside.Tell("participant-leave") };
            default:
                return new Await(this);
        }
    }
}

/// <summary>The room is gone, or the call was sent out of it.</summary>
internal sealed record RoomClosed : CallerAct;
