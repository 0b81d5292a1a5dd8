using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>
/// Tells other desks of their customers, in order and only from the journal, so after the commit: who is handed over, what they say, that they are gone.
/// Each handoff has a mark of how far its desk was told; a crash between telling and marking tells one thing again, under the same id. Any number may run, on any nodes.
/// </summary>
internal sealed partial class HandoffSender(
    Handoffs handoffs, IEnumerable<IHandoffTransport> transports, DeskConversations conversations, AgentTurns turns, IContextStore store, INotices notices, InsultVeil veil,
    IOptions<HandoffSettings> settings, TimeProvider clock, ILogger<HandoffSender> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private const int RoundsBetweenSweeps = 10;
    private static readonly TimeSpan EndOwed = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IDisposable> watched = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> changed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim grown = new(0, 1);

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var subscription in watched.Values) subscription.Dispose();
        grown.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            await LookAsync(round % RoundsBetweenSweeps == 0, stoppingToken);
            await grown.WaitAsync(Round, stoppingToken);
        }
    }

    /// <summary>One round.</summary>
    /// <param name="sweep">Whether also those are looked at of which nothing was heard: a notice may have been lost.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    internal async Task LookAsync(bool sweep, CancellationToken cancellationToken)
    {
        try
        {
            var open = await handoffs.OpenAsync(cancellationToken);
            Watch(open);
            var now = clock.GetUtcNow();
            await Parallel.ForEachAsync(
                open.Where(row => changed.TryRemove(row.ConversationId, out _) || sweep || row.NextAt <= now || row is { EndedAt: not null, NextAt: null } || IsOutOfPatience(row, now)).ToArray(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (row, stop) => await TryAsync(row.Id, stop));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.RoundFailed(logger, fault);
        }
    }

    private async Task TryAsync(string id, CancellationToken cancellationToken)
    {
        if (await handoffs.ClaimAsync(id, cancellationToken) is not { } row) return;
        try
        {
            await TellAsync(row, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.HandoffFailed(logger, fault, id);
            await handoffs.FailedAsync(id, cancellationToken);
        }
        finally
        {
            await handoffs.ReleaseAsync(id, CancellationToken.None);
        }
    }

    private async Task TellAsync(HandoffRow row, CancellationToken cancellationToken)
    {
        var transport = transports.First(transport => transport.Desk == row.Desk);
        if (await turns.LoadAsync(row.ConversationId, cancellationToken) is not { } context)
        {
            await handoffs.CloseAsync(row.Id, cancellationToken); // erased, or lost with its store: there is nothing to tell
            return;
        }
        if (row.EndedAt is null && context.Owner?.Escalation != row.Id) return; // its own commit, or its end, is under way
        if (row.EndedAt is null && IsOutOfPatience(row, clock.GetUtcNow()))
        {
            await GiveUpAsync(row, cancellationToken);
            return;
        }
        if (row.EndedAt + EndOwed < clock.GetUtcNow())
        {
            await handoffs.CloseAsync(row.Id, cancellationToken);
            return;
        }
        if (row.NextAt > clock.GetUtcNow()) return;
        var journal = await store.ReadJournalAsync(row.ConversationId, cancellationToken);
        var sending = await TellAsync(transport, row, context, journal, cancellationToken);
        if (sending == Sending.Failed) await handoffs.FailedAsync(row.Id, cancellationToken);
        else if (sending == Sending.Refused && row.EndedAt is null) await GiveUpAsync(row, cancellationToken);
        else if (row.EndedAt is not null) await handoffs.CloseAsync(row.Id, cancellationToken);
    }

    private async Task<Sending> TellAsync(IHandoffTransport transport, HandoffRow row, ConversationContext context, ImmutableArray<JournalEntry> journal, CancellationToken cancellationToken)
    {
        var sent = row.Sent;
        if (sent == 0)
        {
            if (row.EndedAt is not null) return Sending.Sent; // over before the desk heard of it
            var packet = await conversations.PacketAsync(context, context.Language, settings.Value.Personal, cancellationToken);
            var before = journal.Where(entry => entry.Version <= context.Version);
            var told = await transport.SendAsync(row, HandoffActivities.Begin(row, packet, before, veil, settings.Value.Packet == PacketForm.Whole), cancellationToken);
            if (told != Sending.Sent) return told;
            await handoffs.SentAsync(row.Id, sent = context.Version, cancellationToken);
        }
        foreach (var entry in journal.Where(entry => entry.Version > sent && !(entry.Turn.ReceivedAt > row.EndedAt)))
        {
            if (!transport.RelaysMessages || entry.Turn.Sender != Sender.Customer) continue;
            foreach (var said in HandoffActivities.Said(row, entry, veil))
            {
                var told = await transport.SendAsync(row, said, cancellationToken);
                if (told != Sending.Sent) return told;
                await handoffs.SentAsync(row.Id, entry.Version, cancellationToken);
            }
        }
        return row is { EndedAt: not null, EndCode: { } code } ? await transport.SendAsync(row, HandoffActivities.End(row, code), cancellationToken) : Sending.Sent;
    }

    private bool IsOutOfPatience(HandoffRow row, DateTimeOffset now) =>
        row.AcceptBy < now || row.FailingSince?.AddSeconds(settings.Value.PatienceSeconds) < now;

    // The conversation decides: somebody may have accepted at this moment.
    private async Task GiveUpAsync(HandoffRow row, CancellationToken cancellationToken)
    {
        if (await turns.LoadAsync(row.ConversationId, cancellationToken) is not { Committing: null } context) return;
        await turns.RunAsync(row.ConversationId, $"handoff:{row.Id}:failed:{context.Version}", context.Version, new DeskFailed(row.Id), cancellationToken);
    }

    private void Watch(IReadOnlyList<HandoffRow> open)
    {
        var wanted = open.Select(row => row.ConversationId).ToHashSet(StringComparer.Ordinal);
        foreach (var over in watched.Keys.Where(conversation => !wanted.Contains(conversation)).ToArray())
            if (watched.Remove(over, out var subscription)) subscription.Dispose();
        foreach (var conversation in wanted)
            if (!watched.ContainsKey(conversation)) (watched[conversation], changed[conversation]) = (notices.Subscribe(conversation, _ => Nudge(conversation)), true);
    }

    private void Nudge(string conversation)
    {
        changed[conversation] = true;
        try
        {
            grown.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A round of telling other desks failed; the next begins in a second.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);
        [LoggerMessage(2, LogLevel.Error, "Telling another desk of the handoff {Handoff} failed; it is tried again.")]
        public static partial void HandoffFailed(ILogger logger, Exception fault, string handoff);
    }
}
