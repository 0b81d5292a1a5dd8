namespace ServiceBot.Bot.Desk.Outside;

/// <summary>A customer who was handed to a desk that is not ours: how far that desk was told. With the conversation's journal it is the outbox.</summary>
internal sealed class HandoffRow
{
    /// <summary>The escalation's id, which is the conversation's name at that desk.</summary>
    public required string Id { get; set; }
    public required string ConversationId { get; set; }
    /// <summary>One of <see cref="OutsideDeskKinds"/>.</summary>
    public required string Desk { get; set; }
    public required DateTimeOffset OpenedAt { get; set; }
    /// <summary>The journal's version up to which the desk has everything; 0 before it was told of the customer at all.</summary>
    public long Sent { get; set; }
    /// <summary>Until when somebody there must accept; null once somebody has.</summary>
    public DateTimeOffset? AcceptBy { get; set; }
    /// <summary>When it ended by the conversation; null while it goes on. What was said after it is not theirs to know.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    /// <summary>How it ended, in the desk's words for it: see <see cref="EndCodes"/>; null where the desk ended it itself.</summary>
    public string? EndCode { get; set; }
    /// <summary>Whether the desk knows all that it will ever be told.</summary>
    public bool IsClosed { get; set; }
    /// <summary>Since when sending fails; null while it works.</summary>
    public DateTimeOffset? FailingSince { get; set; }
    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }
    /// <summary>Not before then is anything sent again.</summary>
    public DateTimeOffset? NextAt { get; set; }
    /// <summary>Until when a node has this for itself.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
}

/// <summary>Desks that are not ours.</summary>
internal static class OutsideDeskKinds
{
    /// <summary>It is told by signed webhooks.</summary>
    public const string Webhook = "webhook";
    /// <summary>The channel itself brings people in, when it is told by the event <c>handoff.initiate</c>.</summary>
    public const string Channel = "channel";
}

/// <summary>The protocol's codes for the end of a conversation.</summary>
internal static class EndCodes
{
    /// <summary>The customer went back to the bot, or left.</summary>
    public const string CustomerLeft = "userCancelled";
    /// <summary>Nobody accepted in time, or the desk could not be reached for too long.</summary>
    public const string TimedOut = "botTimedOut";
    /// <summary>A supervisor of our own desk took over.</summary>
    public const string TakenOver = "completedSuccessfully";
}
