using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Archive;

/// <summary>Every minute, moves the journals of conversations that have ended into the shop's records, where they can be searched.</summary>
internal sealed partial class Archiver(
    ConversationBook book, IContextStore store, ArchivedJournals journals, ShopPolicy policy, IOptions<ArchiveSettings> settings, TimeProvider clock, ILogger<Archiver> logger) : BackgroundService
{
    private const int MostARound = 200;
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
    }

    /// <summary>One round.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and the next round tries again.")]
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in await book.DueAsync(clock.GetUtcNow(), MostARound, cancellationToken)) await LookAtAsync(row, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotArchived(logger, fault);
        }
    }

    private async Task LookAtAsync(ConversationRow row, CancellationToken cancellationToken)
    {
        var context = (await store.LoadAsync(row.Id, Channel.Internal.Name, "", cancellationToken)).Context;
        var last = context?.LastEntryAt is { } at && at > row.LastAt ? at : row.LastAt;
        var isOver = context is null || (last + settings.Value.Idle <= clock.GetUtcNow() && context.Committing is null);
        var journal = isOver ? await store.ReadJournalAsync(row.Id, cancellationToken) : [];
        // What a newer version wrote beside this one would lose what this one does not know of it: that one archives it.
        if (!isOver || journal.Any(entry => !entry.Turn.Input.IsKnown))
        {
            await book.PostponeAsync(row.Id, last, (isOver ? clock.GetUtcNow() : last) + settings.Value.Idle, cancellationToken);
            return;
        }
        row.CustomerId = context?.CustomerId ?? row.CustomerId;
        (row.LastAt, row.EndedAt, row.CheckAt, row.Turns) = (last, clock.GetUtcNow(), null, journal.Length);
        // What was archived before and has left the live store since is not overwritten by nothing.
        if (!journal.IsEmpty || row.Journal is null)
            (row.Journal, row.Words, row.Dialogs) = (journals.Write(journal), Words(journal), $" {string.Join(' ', journal.SelectMany(entry => entry.Messages).Select(message => message.Dialog).Distinct(StringComparer.Ordinal))} ");
        row.KeepUntil = KeepUntil(journal, policy.DateOf(last));
        await book.ArchiveAsync(row, cancellationToken);
    }

    // A conversation that led to a return, a refund or a case is part of the record of a dispute that may come of it; one in which an agent was abused is evidence.
    private DateOnly KeepUntil(ImmutableArray<JournalEntry> journal, DateOnly last) => journal.Any(entry => entry.Turn.Input is AgentWarns or AgentStops || entry.Messages.Any(message => message.Receipt is not null))
        ? Retention.Until(RetentionClass.Complaint, last) : last.AddDays(settings.Value.KeepDays);

    private static string Words(ImmutableArray<JournalEntry> journal) => string.Join('\n', journal.Select(entry => entry.Turn.Input switch
    {
        Utterance utterance => utterance.Text,
        Photos photos => photos.Text,
        _ => null,
    }).Where(words => !string.IsNullOrWhiteSpace(words))).ToLowerInvariant();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Conversations that have ended could not be archived; it is tried again in a minute.")]
        public static partial void NotArchived(ILogger logger, Exception fault);
    }
}
