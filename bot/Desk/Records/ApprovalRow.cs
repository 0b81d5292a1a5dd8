namespace ServiceBot.Bot.Desk.Records;

/// <summary>An exception that is above an agent's limit, for somebody with a higher one to decide.</summary>
internal sealed class ApprovalRow
{
    public required string Id { get; set; }
    public required string ConversationId { get; set; }
    /// <summary>Who asks.</summary>
    public required string AgentId { get; set; }
    public required DateTimeOffset AskedAt { get; set; }
    /// <summary>The rule from which the exception would be made.</summary>
    public required string Rule { get; set; }
    /// <summary>Minor units that would be paid back.</summary>
    public required long Amount { get; set; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }
    /// <summary>One of <see cref="Approvals.ApprovalStates"/>.</summary>
    public required string State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
}
