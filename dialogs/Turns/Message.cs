using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Turns;

/// <summary>One message to the customer, rendered for a channel's abilities but not yet in a channel's form.</summary>
/// <param name="Text">What is read. Plain text, never markup: channels escape it.</param>
public sealed record Message(string Text)
{
    /// <summary>What is heard, or null where the text is spoken as it is.</summary>
    public string? Speak { get; init; }
    /// <summary>BCP 47 tag of the words: ko-KR or en-US.</summary>
    public string Locale { get; init; } = "ko-KR";
    /// <summary>The dialog that speaks.</summary>
    public string Dialog { get; init; } = "";
    /// <summary>The state in which it rests.</summary>
    public string State { get; init; } = "";
    /// <summary>What is waited for; nothing on all but the last message of a turn.</summary>
    public Expectation Expecting { get; init; } = Expectation.Nothing;
    /// <summary>How often the question was asked before without an answer that could be used.</summary>
    public int Attempt { get; init; }
    /// <summary>Whether it takes leave: nothing more is waited for, and a call may end.</summary>
    public bool IsFarewell { get; init; }
    /// <summary>A receipt that this message gives, or null.</summary>
    public Receipt? Receipt { get; init; }
    /// <summary>The name of the agent whose words these are, or null where the bot speaks.</summary>
    public string? Agent { get; init; }
    /// <summary>A card to show with it where the channel can, or null; the text says all that matters without it.</summary>
    public Card? Card { get; init; }
}

/// <summary>A small table with a title: a quote, an order, a parcel.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Rows">Label and value.</param>
public sealed record Card(string Title, ImmutableArray<CardRow> Rows);

/// <summary>One row of a card.</summary>
/// <param name="Label">What.</param>
/// <param name="Value">How much, or which.</param>
public sealed record CardRow(string Label, string Value);

/// <summary>One entry of a conversation's log: what channels show, in one order for all.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">Strictly rising within a conversation.</param>
/// <param name="Channel">The channel that it came from or answers; the others mirror it.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset At, string Channel)
{
    /// <summary>The event's id for what came in, or null for what the bot said.</summary>
    public string? EventId { get; init; }
    /// <summary>What came in, in the channel's own form; or null.</summary>
    public string? Original { get; init; }
    /// <summary>The words that came in, where the channel keeps no form of its own, so that other channels can show them; or null.</summary>
    public string? Said { get; init; }
    /// <summary>What the bot said; or null.</summary>
    public Message? Message { get; init; }
    /// <summary>The sequence of the entry that this answers, or null.</summary>
    public long? ReplyTo { get; init; }
    /// <summary>Whether it went along with the answer to the turn that said it, so that nobody else brings it.</summary>
    public bool Taken { get; init; }
}
