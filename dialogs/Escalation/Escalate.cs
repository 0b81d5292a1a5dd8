using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Puts a customer into the queue for a person. The row that it leaves holds enough that nobody who waits is lost with the live conversation.</summary>
/// <param name="Id">The escalation's id, unique for all time: the conversation's id and the version that asked for it.</param>
/// <param name="ConversationId">Whose conversation.</param>
/// <param name="Trigger">Why: see <see cref="EscalationTriggers"/>.</param>
/// <param name="Skill">What an agent must know: see <see cref="EscalationSkills"/>.</param>
/// <param name="Summary">What was under way, what is known, and the customer's own words. Personal.</param>
public sealed record Escalate(string Id, string ConversationId, string Trigger, string Skill, string Summary) : Effect
{
    /// <summary>The customer's last words before a person was needed. Personal.</summary>
    public string Reason { get; init; } = "";
    /// <summary>The language to answer in.</summary>
    public SpokenLanguage Language { get; init; }
    /// <summary>How pressing, 0 to 3; see <see cref="EscalationTriggers.Priority"/>.</summary>
    public int Priority { get; init; }
    /// <summary>The channel's name, such as directline.</summary>
    public string Channel { get; init; } = "";
    /// <summary>Whether the customer is on a telephone line, which takes an agent whole.</summary>
    public bool IsCall { get; init; }
    /// <summary>Who, or null where nobody has proven who they are.</summary>
    public string? CustomerId { get; init; }
    /// <summary>The customer's name, or null. Personal.</summary>
    public string? CustomerName { get; init; }
    /// <summary>The customer's mood when the person was needed, in lower case.</summary>
    public string Mood { get; init; } = "calm";
    /// <summary>The agent who has the customer from the beginning, so that nobody waits; null where the customer waits for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AgentId { get; init; }
}

/// <summary>Writes down how an escalation stands after somebody took it over, gave it back or ended it.</summary>
/// <param name="Id">The escalation.</param>
/// <param name="State">One of <see cref="EscalationStates"/>.</param>
public sealed record Settle(string Id, string State) : Effect
{
    /// <summary>The agent who did it, or null.</summary>
    public string? AgentId { get; init; }
    /// <summary>What the next agent must know, where that changed; or null.</summary>
    public string? Skill { get; init; }
    /// <summary>The wait that a customer whom an agent accepts was told of; null where none was.</summary>
    public WaitTold? Told { get; init; }
    /// <summary>Whether it ended since no desk took the customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFailure { get; init; }
}

/// <summary>Brings somebody forward who waits and has told something graver than what they wait for; whoever takes them reads that.</summary>
/// <param name="Id">The escalation.</param>
/// <param name="Trigger">What it is about now: see <see cref="EscalationTriggers"/>.</param>
/// <param name="Skill">What an agent must know for it: see <see cref="EscalationSkills"/>.</param>
/// <param name="Priority">How pressing it is, 0 to 3; who was more pressing already stays so.</param>
/// <param name="Reason">The words that told it. Personal.</param>
/// <param name="Summary">What is known by now. Personal.</param>
public sealed record Raise(string Id, string Trigger, string Skill, int Priority, string Reason, string Summary) : Effect;

/// <summary>How an escalation stands.</summary>
public static class EscalationStates
{
    /// <summary>The customer waits.</summary>
    public const string Waiting = "waiting";
    /// <summary>An agent serves the customer.</summary>
    public const string Accepted = "accepted";
    /// <summary>The agent gave the conversation back to the bot.</summary>
    public const string Returned = "returned";
    /// <summary>The agent ended the matter.</summary>
    public const string Ended = "ended";
    /// <summary>The customer went back to the bot, or no desk took them.</summary>
    public const string Left = "left";
}

/// <summary>How the desk stands for one who would wait: a need of the dialog that brings a person.</summary>
/// <param name="Skill">What an agent must know.</param>
/// <param name="Language">The language to answer in.</param>
/// <param name="Escalation">The escalation of a customer who waits already, or null.</param>
/// <param name="IsCall">Whether the customer is on the telephone, so that people without a desk count too.</param>
public sealed record DeskStandingFor(string Skill, SpokenLanguage Language, string? Escalation, bool IsCall = false)
    : Need<DeskStanding>($"desk:{Skill}:{(Language == SpokenLanguage.Korean ? "ko" : "en")}:{Escalation}{(IsCall ? ":call" : "")}")
{
    /// <summary>The channel on which the customer waits: people of another desk may serve it.</summary>
    public string Channel { get; init; } = "";

    /// <inheritdoc/>
    public override JsonTypeInfo<DeskStanding> Json => EscalationJson.Default.DeskStanding;
}

/// <summary>How the desk stands; no fact at all says that this shop has no desk.</summary>
/// <param name="Present">Agents at work who could take the customer now or after another one.</param>
/// <param name="Position">The customer's place in the queue, from 1; 0 where the queue is another desk's, which does not tell.</param>
public sealed record DeskStanding(int Present, int Position)
{
    /// <summary>The shortest wait to expect, in whole minutes from 1; null while nothing is known to go by.</summary>
    public int? WaitFrom { get; init; }
    /// <summary>The longest wait to expect, in whole minutes; null while nothing is known to go by.</summary>
    public int? WaitTo { get; init; }
}
