using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>
/// Compares the provider's ledger with the intents, every hour, on one node. What the provider knows better is taken over; what cannot be stops
/// all refunds and calls an operator.
/// </summary>
internal sealed partial class Reconciliation(
    IDbContextFactory<ShopDatabase> databases, IPaymentProvider provider, RefundProgress progress, RefundStop stop, RefundMetrics metrics, TimeProvider clock, ILogger<Reconciliation> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Back = TimeSpan.FromDays(3);
    // The provider's clock and ours need not agree.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    /// <summary>Runs where no node has within the hour.</summary>
    public async Task RunWhenDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Every;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            var mine = await database.RefundControl.Where(row => row.ReconciledAt == null || row.ReconciledAt <= before)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReconciledAt, now), cancellationToken);
            if (mine == 0) return;
        }

        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or System.Text.Json.JsonException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.Later(logger, fault);
            var again = before + Soon;
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.RefundControl.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReconciledAt, again), cancellationToken);
        }
    }

    /// <summary>Compares now.</summary>
    /// <returns>The differences, each in a sentence; none where the books agree.</returns>
    /// <exception cref="HttpRequestException">The provider does not answer.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Back;
        // Before the ledger is read, so that each of these must be in it; and what is in it is looked up after, for its intent was there first.
        var done = await DoneSinceAsync(since + Slack, cancellationToken);
        var ledger = new List<ProviderRefund>();
        await foreach (var booked in provider.LedgerAsync(since - Slack, cancellationToken)) ledger.Add(booked);

        var differences = new List<string>();
        foreach (var same in ledger.Where(booked => booked.Status != ProviderStatuses.Failed).GroupBy(booked => booked.Reference, StringComparer.Ordinal).Where(same => same.Count() > 1))
            differences.Add(string.Create(CultureInfo.InvariantCulture, $"{same.Key} is booked {same.Count()} times: {string.Join(", ", same.Select(booked => booked.Id))}"));
        foreach (var booked in ledger)
            if (await progress.HearAsync(booked, null, cancellationToken) is var heard && heard is RefundHearing.NoIntent or RefundHearing.Contradicts)
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{booked.Id} for '{booked.Reference}' is {booked.Status} with {booked.Amount} {booked.Currency}, which {(heard == RefundHearing.NoIntent ? "has no intent" : "the intent contradicts")}"));
        var known = ledger.Select(booked => booked.Reference).ToHashSet(StringComparer.Ordinal);
        differences.AddRange(done.Where(id => !known.Contains(id)).Select(id => $"{id} is done, but the provider has not booked it"));

        await TellAsync(ledger.Count, differences, cancellationToken);
        return differences;
    }

    private async Task<List<string>> DoneSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Refunds.Where(row => row.State == RefundStates.Done && row.ProviderReference != null && row.DoneAt >= since).Select(row => row.Id).ToListAsync(cancellationToken);
    }

    private async Task TellAsync(int booked, List<string> differences, CancellationToken cancellationToken)
    {
        if (differences.Count == 0)
        {
            Log.Agree(logger, booked);
            return;
        }

        metrics.Differ(differences.Count);
        foreach (var difference in differences) Log.Differs(logger, difference);
        await stop.StopAsync($"{differences.Count} difference(s) between the payment provider's ledger and the shop's, such as: {differences[0]}", cancellationToken);
        Log.Stopped(logger, differences.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The payment provider's ledger and the refund intents agree; {Booked} bookings were compared.")]
        public static partial void Agree(ILogger logger, int booked);

        [LoggerMessage(2, LogLevel.Critical, "The payment provider's ledger differs: {Difference}.")]
        public static partial void Differs(ILogger logger, string difference);

        [LoggerMessage(4, LogLevel.Warning, "The payment provider's ledger could not be read; it is tried again in five minutes.")]
        public static partial void Later(ILogger logger, Exception fault);

        [LoggerMessage(3, LogLevel.Critical, "Refunds are stopped for {Count} difference(s). Look at them, then run 'servicebot refunds resume'.")]
        public static partial void Stopped(ILogger logger, int count);
    }
}
