namespace ServiceBot.Bot.BotFramework;

/// <summary>Who hears what a channel says of a customer whom it was handed: the event <c>handoff.status</c>.</summary>
internal interface IHandoffStatuses
{
    /// <summary>The event's name.</summary>
    const string Event = "handoff.status";

    /// <summary>Hears one; the same again, an unknown state, and one that comes too late change nothing.</summary>
    /// <param name="conversationId">Our own id of the conversation.</param>
    /// <param name="activity">From a channel that has proven itself.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<HandoffAnswer> HearAsync(string conversationId, Activity activity, CancellationToken cancellationToken);
}

/// <summary>What became of something that a desk sent which is not ours.</summary>
internal enum HandoffAnswer
{
    /// <summary>Done, now or when it came first; or nothing that concerns the bot.</summary>
    Done,
    /// <summary>Something is missing in it.</summary>
    Unreadable,
    /// <summary>No customer was handed to the sender there.</summary>
    Foreign,
    /// <summary>The customer is not theirs any more, or nobody there has accepted.</summary>
    Over,
    /// <summary>Not now; the same may be sent again.</summary>
    NotNow,
}
