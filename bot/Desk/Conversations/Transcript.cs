using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>One line of a transcript. Plain text throughout, whoever wrote it.</summary>
/// <param name="Version">The conversation's version that brought it: the transcript's cursor.</param>
/// <param name="Index">Its place among the lines of that version.</param>
/// <param name="At">When.</param>
/// <param name="Kind">One of <see cref="LineKinds"/>.</param>
/// <param name="Text">The words; for an event its name.</param>
internal sealed record TranscriptLine(long Version, int Index, DateTimeOffset At,
    [property: AllowedValues(LineKinds.Customer, LineKinds.Bot, LineKinds.Agent, LineKinds.Note, LineKinds.Event)] string Kind, string Text)
{
    /// <summary>The agent who spoke or acted, or null.</summary>
    public string? Agent { get; init; }
    /// <summary>More about an event, such as the slot; or null.</summary>
    public string? Detail { get; init; }
    /// <summary>What the agent wrote for the next one, or null.</summary>
    public string? Note { get; init; }
    /// <summary>Whether insults in the words are veiled.</summary>
    public bool IsVeiled { get; init; }
    /// <summary>The ids of the photographs that came with it.</summary>
    public ImmutableArray<string> Photos { get; init; } = [];
}

/// <summary>Who speaks in a transcript.</summary>
internal static class LineKinds
{
    public const string Customer = "customer";
    public const string Bot = "bot";
    public const string Agent = "agent";
    /// <summary>A note among people at the desk.</summary>
    public const string Note = "note";
    public const string Event = "event";
}

/// <summary>The journal of a conversation as lines, whatever the channels were.</summary>
internal static class Transcript
{
    /// <summary>The lines of what happened after a version, with the customer's insults veiled.</summary>
    public static ImmutableArray<TranscriptLine> Of(IEnumerable<JournalEntry> journal, long after, InsultVeil veil) =>
        [.. journal.Where(entry => entry.Version > after).SelectMany(Lines).Select(line => Veiled(line, veil))];

    /// <summary>The words of a line as they were said; null where the line is not veiled.</summary>
    public static string? Unveiled(IEnumerable<JournalEntry> journal, long version, int index, InsultVeil veil) =>
        journal.Where(entry => entry.Version == version).SelectMany(Lines).FirstOrDefault(line => line.Index == index) is { } line && Veiled(line, veil).IsVeiled ? line.Text : null;

    private static TranscriptLine Veiled(TranscriptLine line, InsultVeil veil) =>
        line.Kind == LineKinds.Customer && veil.Of(line.Text) is var text && !ReferenceEquals(text, line.Text) ? line with { Text = text, IsVeiled = true } : line;

    private static IEnumerable<TranscriptLine> Lines(JournalEntry entry)
    {
        var index = 0;
        if (Heard(entry) is { } heard) yield return heard with { Index = index++ };
        foreach (var message in entry.Messages)
            yield return new TranscriptLine(entry.Version, index++, entry.Turn.ReceivedAt, message.Agent is null ? LineKinds.Bot : LineKinds.Agent, message.Text) { Agent = message.Agent };
    }

    private static TranscriptLine? Heard(JournalEntry entry)
    {
        // Whoever takes or leaves what is theirs, or no longer theirs, changes nothing, and the customer hears nothing of it: a telephone that is taken up after the key was pressed.
        if (entry.Turn.Input is AgentAccepts or AgentTakesOver or AgentLeaves && entry.Messages.IsEmpty) return null;
        return entry.Turn.Input switch
        {
            Utterance said => Line(LineKinds.Customer, said.Text),
            Photos photos => Line(LineKinds.Customer, photos.Text ?? "") with { Photos = photos.Ids },
            Unreadable what => Line(LineKinds.Event, "unreadable") with { Detail = what.What },
            Silence => Line(LineKinds.Event, "silence"),
            EffectEnded { Outcome: { Receipt: { } receipt } } => Line(LineKinds.Event, "receipt") with { Detail = receipt.Number },
            AgentAccepts act => Done("accepted", act),
            AgentCorrects act => Done("corrected", act) with { Detail = act.Slot },
            AgentDelegates act => Done("delegated", act) with { Detail = act.Slot },
            AgentReturns act => Done("returned", act),
            AgentEnds act => Done("ended", act),
            AgentLeaves act => Done(act.IsUntaken ? "untaken" : "left", act),
            AgentTransfers act => Done("transferred", act) with { Detail = act.Skill, Note = act.Note },
            AgentTakesOver act => Done("tookOver", act),
            AgentFollowsUp act => Done("followedUp", act),
            AgentApproves act => Done("approved", act) with { Agent = act.ApprovedBy.Name, Detail = act.Rule },
            AgentStarts act => Done("started", act) with { Detail = act.Intent },
            AgentWarns act => Done("warned", act) with { Detail = act.Rung == 1 ? "first" : "last" },
            AgentStops act => Done("stopped", act) with { Detail = act.Cause },
            DeskFailed => Line(LineKinds.Event, "deskFailed"),
            Undeliverable what => Line(LineKinds.Event, "undeliverable") with { Detail = what.Words },
            AgentNotes act => Line(LineKinds.Note, act.Text) with { Agent = act.Agent.Name },
            _ => null,
        };

        TranscriptLine Line(string kind, string text) => new(entry.Version, 0, entry.Turn.ReceivedAt, kind, text);
        TranscriptLine Done(string name, AgentInput act) => Line(LineKinds.Event, name) with { Agent = act.Agent.Name };
    }
}
