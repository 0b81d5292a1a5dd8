using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Archive;

/// <summary>
/// Notes conversations in the system of record, so that they are known when their context is lost: when they begin, when the customer becomes known,
/// and once an hour. No turn waits for it; notes are written together, five times a second at most, and what cannot be written is tried again.
/// </summary>
internal sealed partial class ConversationRecorder(ConversationBook book, IOptions<ArchiveSettings> settings, TimeProvider clock, ILogger<ConversationRecorder> logger) : BackgroundService
{
    private const int MostWaiting = 50_000;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);
    // One transaction for all that come meanwhile: each waits for the disk, and lets every other connection to SQLite read its pages anew.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    // What waits longest is given up first where the shop is away for long: it is noted again with a later turn.
    private readonly Channel<ConversationNote> waiting = System.Threading.Channels.Channel.CreateBounded<ConversationNote>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly List<ConversationNote> batch = [];
    private readonly Lock ending = new();
    private Task? end;
    private readonly MemoryCache noted = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    private bool IsWaiting => batch.Count > 0 || waiting.Reader.TryPeek(out _);

    /// <summary>Notes a conversation unless the same was noted within the hour.</summary>
    public void Note(ConversationContext context)
    {
        var customer = context.CustomerId ?? "";
        if (noted.TryGetValue(context.Id, out string? known) && string.Equals(known, customer, StringComparison.Ordinal)) return;
        noted.Set(context.Id, customer, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Again });
        waiting.Writer.TryWrite(new ConversationNote(context.Id, context.CustomerId, context.LastChannel ?? Dialogs.Turns.Channel.Internal.Name, context.Language, clock.GetUtcNow()));
    }

    /// <summary>Writes what still waits, for a moment at most; what cannot be written is noted by the node that takes the next turn.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (ending) return end ??= EndAsync(cancellationToken); // whoever stops it a second time waits for the same end
    }

    [SuppressMessage("Design", "CA1031", Justification = "The program ends, and the failure is logged.")]
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var moment = new CancellationTokenSource(LongestEnd, clock);
        try
        {
            while (IsWaiting && await TryWriteAsync(moment.Token)) { }
        }
        catch (Exception fault)
        {
            Log.NotNoted(logger, fault, batch.Count);
        }
    }

    public override void Dispose()
    {
        noted.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gathering, clock, stoppingToken);
            while (IsWaiting)
                if (!await TryWriteAsync(stoppingToken)) await Task.Delay(AfterFault, clock, stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and it is tried again.")]
    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var note)) batch.Add(note);
        try
        {
            await book.NoteAsync(batch, settings.Value.Idle, cancellationToken);
            batch.Clear();
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotNoted(logger, fault, batch.Count);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} conversations could not be noted in the shop's records; they are tried again.")]
        public static partial void NotNoted(ILogger logger, Exception fault, int count);
    }
}
