using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Delivery;

/// <summary>A kind of channel to which messages have to be brought, one by one.</summary>
internal interface IPushChannel
{
    /// <summary>Whether a conversation is of that kind, by our own id of it.</summary>
    bool Has(string conversationId);

    /// <summary>Reads a kept reference.</summary>
    IDestination DestinationOf(ReadOnlyMemory<byte> reference);
}

/// <summary>A conversation, as its channel reaches it.</summary>
internal interface IDestination
{
    /// <summary>The name of its channel (<see cref="LogEntry.Channel"/>): what answers another one is not brought to it.</summary>
    string Channel { get; }

    /// <summary>Sends one message. Called again for the same entry where nobody knows whether it was sent.</summary>
    /// <param name="conversationId">Our own id of the conversation.</param>
    /// <param name="entry">With a message.</param>
    /// <param name="answered">The entry of what came in that it answers, where it was read along; else null.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    Task<Sending> SendAsync(string conversationId, LogEntry entry, LogEntry? answered, CancellationToken cancellationToken);
}

/// <summary>How a sending ended.</summary>
internal enum Sending
{
    /// <summary>The channel has it.</summary>
    Sent,
    /// <summary>The channel will never take it, as when the conversation is gone.</summary>
    Refused,
    /// <summary>Not now; it may be tried later.</summary>
    Failed,
}
