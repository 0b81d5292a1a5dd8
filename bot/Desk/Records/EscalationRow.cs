using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Records;

/// <summary>
/// A customer who needed a person, whatever became of it. While it says waiting, the customer waits, even if the queue was lost. What is personal is
/// sealed in the table; <see cref="Inbox.Escalations"/> writes and reads it.
/// </summary>
internal sealed class EscalationRow
{
    public required string Id { get; set; }
    /// <summary>The key of the effect that wrote it; the same key writes it once.</summary>
    public required string EffectKey { get; set; }
    public required string ConversationId { get; set; }
    /// <summary>One of <see cref="EscalationStates"/>.</summary>
    public required string State { get; set; }
    public required string Trigger { get; set; }
    public required string Skill { get; set; }
    /// <summary>ko or en.</summary>
    public required string Language { get; set; }
    public required int Priority { get; set; }
    public required string Channel { get; set; }
    public required bool IsCall { get; set; }
    public string? CustomerId { get; set; }
    /// <summary>Personal.</summary>
    public string? CustomerName { get; set; }
    /// <summary>Personal: the customer's own words.</summary>
    public required string Reason { get; set; }
    public required string Mood { get; set; }
    /// <summary>Personal: what was known when a person was needed.</summary>
    public required string Summary { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    /// <summary>Who serves or served the customer.</summary>
    public string? AgentId { get; set; }
    /// <summary>How it ended in the agent's eyes: one of <see cref="WrapUp.Dispositions"/>; null while that was not said.</summary>
    public string? WrapUp { get; set; }
    /// <summary>Until when the agent may say so, while that is open.</summary>
    public DateTimeOffset? WrapUpUntil { get; set; }
    /// <summary>What its deadline does next: one of <see cref="Sla.SlaSteps"/>; null where it has none.</summary>
    public string? SlaStep { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? SlaAt { get; set; }
    /// <summary>The shortest wait that the customer was told of when it began, in whole minutes; null where nothing was told.</summary>
    public int? ToldFrom { get; set; }
    /// <summary>The longest.</summary>
    public int? ToldTo { get; set; }
    /// <summary>How long the customer waited for the first agent; null while there was none.</summary>
    public int? WaitedSeconds { get; set; }
}
