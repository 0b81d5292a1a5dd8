using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>
/// Reads logs for clients that must not hear of a store that is away for a moment: one that polls stops for ever at its first 5xx, and a stream
/// that is dropped cannot carry the apology. Both find later what was written meanwhile, since they read from their own watermark.
/// </summary>
internal sealed partial class LogReader(IContextStore store, ILogger<LogReader> logger)
{
    /// <summary>The log after a sequence, or null where it cannot be read now.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the store is logged, and the client reads again.")]
    public async Task<ImmutableArray<LogEntry>?> TryReadAsync(string conversation, long after, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadLogAsync(conversation, after, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotReadable(logger, fault, conversation);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The log of conversation {Conversation} cannot be read now; its clients read it again.")]
        public static partial void NotReadable(ILogger logger, Exception fault, string conversation);
    }
}
