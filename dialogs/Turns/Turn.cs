using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>One thing that happened to a conversation, free of any channel: the only way in.</summary>
/// <param name="ConversationId">Whose conversation: 1 to 100 characters of letters, digits, '-', '_', '.' and '|'.</param>
/// <param name="EventId">The channel's own id of the event; the same id again gets the same reply and does nothing.</param>
/// <param name="Channel">Where it came from and what that channel can do.</param>
/// <param name="Input">What happened.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
public sealed record Turn(string ConversationId, string EventId, Channel Channel, TurnInput Input, DateTimeOffset ReceivedAt)
{
    /// <summary>Who did it.</summary>
    public Sender Sender { get; init; } = Sender.Customer;
    /// <summary>Within what the event's id is its own: the channel that gave it; for agents, who give their own, the whole conversation, on whatever channel the customer is by then.</summary>
    [JsonIgnore]
    public string EventScope => Sender == Sender.Agent ? Channel.Internal.Name : Channel.Name;
    /// <summary>The sender's address on the channel, such as <c>dl_…</c>; personal. Null where there is none.</summary>
    public string? From { get; init; }
    /// <summary>Our own address that was written to or called, or null where the channel has but one.</summary>
    public string? To { get; init; }
    /// <summary>The locale that the channel told, such as ko-KR, or null.</summary>
    public string? Locale { get; init; }
    /// <summary>When the customer sent it by the channel's word; a withdrawal counts from then (전자상거래법 §17④). Null where unknown.</summary>
    public DateTimeOffset? SentAt { get; init; }
    /// <summary>The channel's own form of the event as JSON, kept in the log so that the channel can show it again; or null for what nobody sees.</summary>
    public string? Original { get; init; }
    /// <summary>The sequence of the newest log entry that the channel had shown or spoken by then; null where it does not tell: then it is what it was told itself, or everything where it mirrors.</summary>
    public long? Shown { get; init; }
    /// <summary>What was asked when this arrived, where another turn was committed before it: it can only answer that. Set by the pipeline, and kept for the replay; else null.</summary>
    public Prompt? Answers { get; init; }
    /// <summary>For agents: the version that they saw; the turn is refused when it is no longer current. Null for all others.</summary>
    public long? ExpectedVersion { get; init; }
    /// <summary>Whether whoever brought this turn takes what is said in answer along, and asks again under the same id where the answer did not arrive.</summary>
    [JsonIgnore]
    public bool TakesReplies { get; init; }
}

/// <summary>Who caused a turn.</summary>
public enum Sender
{
    /// <summary>The customer.</summary>
    Customer,
    /// <summary>A person of the shop.</summary>
    Agent,
    /// <summary>The machine itself: wakes and outcomes of effects.</summary>
    System,
}

/// <summary>A channel and what it can do; dialogs see only the abilities, never the name.</summary>
/// <param name="Name">directline, msteams, voice and the like.</param>
public sealed record Channel(string Name)
{
    /// <summary>Speech instead of text.</summary>
    public bool Speaks { get; init; }
    /// <summary>Shows buttons for options.</summary>
    public bool HasButtons { get; init; }
    /// <summary>Shows cards.</summary>
    public bool HasCards { get; init; }
    /// <summary>Takes photographs.</summary>
    public bool TakesPhotos { get; init; }
    /// <summary>Shows the whole conversation, so also what was said and asked on other channels.</summary>
    public bool Mirrors { get; init; }
    /// <summary>Can go on in the middle with a conversation that was begun on another channel.</summary>
    public bool Joins { get; init; }
    /// <summary>Messages have to be brought to it, one by one, and wait until they were; else whoever is there reads them from the log.</summary>
    public bool IsPushed { get; init; }
    /// <summary>How many options are offered at once at most.</summary>
    public int MostOptions { get; init; } = 20;

    /// <summary>The machine's own channel, for wakes and outcomes.</summary>
    public static Channel Internal { get; } = new("internal");
}

/// <summary>What happened. Read as this very type, it is something that only a newer version of the program knows: history that this one passes over, and never takes as a turn.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "input", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Utterance), "utterance")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(NotReached), "notReached")]
[JsonDerivedType(typeof(Photos), "photos")]
[JsonDerivedType(typeof(Pressed), "pressed")]
[JsonDerivedType(typeof(Silence), "silence")]
[JsonDerivedType(typeof(Unreadable), "unreadable")]
[JsonDerivedType(typeof(WakeDue), "wake")]
[JsonDerivedType(typeof(EffectEnded), "outcome")]
[JsonDerivedType(typeof(AgentAccepts), "agentAccepts")]
[JsonDerivedType(typeof(AgentSays), "agentSays")]
[JsonDerivedType(typeof(AgentCorrects), "agentCorrects")]
[JsonDerivedType(typeof(AgentDelegates), "agentDelegates")]
[JsonDerivedType(typeof(AgentReturns), "agentReturns")]
[JsonDerivedType(typeof(AgentEnds), "agentEnds")]
[JsonDerivedType(typeof(AgentLeaves), "agentLeaves")]
[JsonDerivedType(typeof(AgentTransfers), "agentTransfers")]
[JsonDerivedType(typeof(AgentTakesOver), "agentTakesOver")]
[JsonDerivedType(typeof(AgentFollowsUp), "agentFollowsUp")]
[JsonDerivedType(typeof(AgentNotes), "agentNotes")]
[JsonDerivedType(typeof(AgentApproves), "agentApproves")]
[JsonDerivedType(typeof(AgentStarts), "agentStarts")]
[JsonDerivedType(typeof(AgentWarns), "agentWarns")]
[JsonDerivedType(typeof(AgentStops), "agentStops")]
[JsonDerivedType(typeof(DeskFailed), "deskFailed")]
[JsonDerivedType(typeof(Undeliverable), "undeliverable")]
[JsonDerivedType(typeof(EffectDelayed), "delay")]
public record TurnInput
{
    [JsonConstructor]
    internal TurnInput() { }

    /// <summary>Whether this version of the program knows what happened.</summary>
    [JsonIgnore]
    public bool IsKnown => GetType() != typeof(TurnInput);
}

/// <summary>The conversation was opened; the bot greets.</summary>
public sealed record Started : TurnInput;

/// <summary>Somebody is back on a line that proves nothing, such as a telephone: who it is must be proven again, and what was under way is offered.</summary>
public sealed record Returned : TurnInput;

/// <summary>Somebody who has just proven who they are on another channel goes on here; it counts only where the conversation is theirs.</summary>
/// <param name="CustomerId">Who.</param>
public sealed record Joined(string CustomerId) : TurnInput;

/// <summary>The customer left the channel, such as by hanging up; what was said is kept.</summary>
public sealed record Left : TurnInput
{
    /// <summary>Whether the customer waits on for a person, and is called back when it is their turn.</summary>
    public bool KeepsPlace { get; init; }
}

/// <summary>The customer was promised a call by a person and could not be reached; nobody tries any more. The turn's address is the number that was called.</summary>
public sealed record NotReached : TurnInput;

/// <summary>Words, typed or spoken; also the value or title of an option, and keypad digits.</summary>
/// <param name="Text">The words.</param>
public sealed record Utterance(string Text) : TurnInput
{
    /// <summary>How sure speech recognition was, above 0 to 1; 0 where it did not tell; null where nothing was spoken.</summary>
    public double? Confidence { get; init; }
}

/// <summary>A key or a button that stands for one thing, so that nothing needs to be understood. Exactly one of these is set.</summary>
public sealed record Pressed : TurnInput
{
    /// <summary>The place of an option among those that were offered, from 0.</summary>
    public int? Option { get; init; }

    /// <summary>Yes or no to the question that was asked.</summary>
    public YesNo? Answer { get; init; }

    /// <summary>What is done to the conversation itself.</summary>
    public DialogAct? Act { get; init; }
}

/// <summary>Photographs, with words or without.</summary>
/// <param name="Ids">Ids under which the uploads are kept.</param>
public sealed record Photos(ImmutableArray<string> Ids) : TurnInput
{
    /// <summary>Words that came with them, or null.</summary>
    public string? Text { get; init; }
}

/// <summary>Nothing was said in the time that there was.</summary>
public sealed record Silence : TurnInput;

/// <summary>Something that this bot cannot read, such as a sound file.</summary>
/// <param name="What">Its content type or name.</param>
public sealed record Unreadable(string What) : TurnInput;

/// <summary>A time that a turn left behind has come.</summary>
/// <param name="Name">The wake's name.</param>
public sealed record WakeDue(string Name) : TurnInput;

/// <summary>An effect has ended.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Outcome">How.</param>
public sealed record EffectEnded(string Key, Outcome Outcome) : TurnInput;

/// <summary>No desk can take a customer who was handed over, or not any more.</summary>
/// <param name="Escalation">The escalation; one that is over changes nothing.</param>
public sealed record DeskFailed(string Escalation) : TurnInput;

/// <summary>Something that was said cannot be brought to the customer: the channel will never take it. Changes nothing; whoever reads the transcript sees it.</summary>
/// <param name="Words">What was said.</param>
public sealed record Undeliverable(string Words) : TurnInput;

/// <summary>An effect could not be run at once; it is tried again.</summary>
/// <param name="Key">Its key.</param>
public sealed record EffectDelayed(string Key) : TurnInput;
