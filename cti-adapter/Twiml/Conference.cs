using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>A room in which any number of calls meet.</summary>
/// <param name="Name">The room's name; whoever names it is in it.</param>
public sealed record Conference(string Name) : Verb, IDialNoun
{
    /// <summary>Whether others hear somebody come or go: true unless said.</summary>
    public string? Beep { get; init; }
    /// <summary>Whether only listening.</summary>
    public bool? Muted { get; init; }
    /// <summary>Whether it begins with this call; true unless said.</summary>
    public bool? StartConferenceOnEnter { get; init; }
    /// <summary>Whether it ends with this call; false unless said.</summary>
    public bool? EndConferenceOnExit { get; init; }
    /// <summary>What is heard while it has not begun; empty for silence.</summary>
    public string? WaitUrl { get; init; }
    /// <summary>How many may come, 2 to 250.</summary>
    public int? MaxParticipants { get; init; }
    /// <summary>Whether it is recorded: record-from-start, or do-not-record unless said.</summary>
    public string? Record { get; init; }
    /// <summary>The call of the agent who alone hears this one.</summary>
    public string? Coach { get; init; }
    /// <summary>A name of this call within the room.</summary>
    public string? ParticipantLabel { get; init; }
    /// <summary>Where its events are told.</summary>
    public string? StatusCallback { get; init; }
    /// <summary>Which events are told.</summary>
    public ImmutableArray<string> StatusCallbackEvent { get; init; } = [];

    internal override void Write(TwimlWriter writer)
    {
        if (Name.Length == 0) throw writer.Refused("has no name");
        writer.OneOf("beep", Beep, "true", "false", "onEnter", "onExit");
        writer.Attribute("muted", Muted);
        writer.Attribute("startConferenceOnEnter", StartConferenceOnEnter);
        writer.Attribute("endConferenceOnExit", EndConferenceOnExit);
        writer.Attribute("waitUrl", WaitUrl);
        writer.Attribute("maxParticipants", MaxParticipants, 2, 250);
        writer.OneOf("record", Record, "do-not-record", "record-from-start");
        writer.Attribute("coach", Coach);
        writer.Attribute("participantLabel", ParticipantLabel);
        writer.Attribute("statusCallback", StatusCallback);
        writer.SomeOf("statusCallbackEvent", StatusCallbackEvent, "start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement");
        writer.Text(Name);
    }
}
