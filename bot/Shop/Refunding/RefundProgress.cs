using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>
/// Moves intents forward and never back: whatever the provider says, as an answer, a callback, when asked, or in its ledger, and however often,
/// comes through here and counts once.
/// </summary>
internal sealed partial class RefundProgress(IDbContextFactory<ShopDatabase> databases, ShopCalls calls, TimeProvider clock, RefundMetrics metrics, ILogger<RefundProgress> logger)
{
    private static readonly string[] NotEnded = [RefundStates.Reserved, RefundStates.Unknown, RefundStates.Manual];

    /// <summary>Hears how a refund stands at the provider.</summary>
    /// <param name="booked">What the provider says.</param>
    /// <param name="lease">The lease under which it was asked, so that who lost it writes nothing; null where the provider spoke by itself.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<RefundHearing> HearAsync(ProviderRefund booked, RefundLease? lease, CancellationToken cancellationToken)
    {
        var intent = await FindAsync(booked.Reference, cancellationToken);
        if (intent is null)
        {
            Log.NoIntent(logger, booked.Id);
            return RefundHearing.NoIntent;
        }

        if (booked.Amount != intent.Amount || !string.Equals(booked.Currency, intent.Currency, StringComparison.Ordinal))
        {
            Log.OtherAmount(logger, intent.Id, booked.Amount, booked.Currency, intent.Amount, intent.Currency);
            await ParkAsync(intent.Id, "amount_differs", lease, cancellationToken);
            return RefundHearing.Contradicts;
        }

        if (booked.Status is not (ProviderStatuses.Succeeded or ProviderStatuses.Failed)) return RefundHearing.Pending;
        var end = booked.Status == ProviderStatuses.Succeeded ? RefundStates.Done : RefundStates.Failed;
        if (await MoveAsync(intent, end, booked.Status == ProviderStatuses.Failed ? "failed_at_provider" : null, booked.Id, lease, cancellationToken)) return RefundHearing.Moved;
        var stands = (await FindAsync(intent.Id, cancellationToken))?.State;
        if (string.Equals(stands, end, StringComparison.Ordinal)) return RefundHearing.KnownAlready;
        if (NotEnded.Contains(stands, StringComparer.Ordinal)) return RefundHearing.LeaseLost;
        Log.ComesTooLate(logger, intent.Id, stands, booked.Status);
        return RefundHearing.Contradicts;
    }

    /// <summary>Completes what the shop pays itself: points and gift cards.</summary>
    public async Task CompleteOwnAsync(RefundLease lease, CancellationToken cancellationToken) =>
        await MoveAsync(lease.Intent, RefundStates.Done, null, null, lease, cancellationToken);

    /// <summary>Ends an intent for which no money moves; what it had reserved is free again.</summary>
    public async Task FailAsync(RefundLease lease, string? fault, CancellationToken cancellationToken) =>
        await MoveAsync(lease.Intent, RefundStates.Failed, fault, null, lease, cancellationToken);

    /// <summary>Hands an intent to a person: nobody knows whether it was paid, and it is not sent again.</summary>
    public async Task ParkAsync(string id, string? fault, RefundLease? lease, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } intent) await MoveAsync(intent, RefundStates.Manual, fault, null, lease, cancellationToken);
    }

    private async Task<RefundRow?> FindAsync(string id, CancellationToken cancellationToken) => await calls.Behind.ExecuteAsync(
        async stop =>
        {
            await using var database = await databases.CreateDbContextAsync(stop);
            return await database.Refunds.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, stop);
        },
        cancellationToken);

    // A commit whose answer was cut runs again and finds the state already moved: money moves only with the row that says so.
    private async Task<bool> MoveAsync(RefundRow intent, string end, string? fault, string? providerReference, RefundLease? lease, CancellationToken cancellationToken)
    {
        var moved = await calls.Behind.ExecuteAsync(async stop => await OnceAsync(intent, end, fault, providerReference, lease, stop), cancellationToken);
        if (!moved) return false;
        metrics.Ended(end);
        if (end == RefundStates.Done) Log.Done(logger, intent.Id);
        else Log.NeedsPerson(logger, intent.Id, end, fault);
        return true;
    }

    private async Task<bool> OnceAsync(RefundRow intent, string end, string? fault, string? providerReference, RefundLease? lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // The order first, as every effect does: who moves money on one order waits for the other.
        await database.Orders.Where(row => row.Id == intent.OrderId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var from = end == RefundStates.Manual ? RefundOutbox.Open : NotEnded;
        var fence = lease?.Fence;
        var changed = await database.Refunds.Where(row => row.Id == intent.Id && from.Contains(row.State) && (fence == null || row.Fence == fence)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, end).SetProperty(row => row.Fault, fault).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.DoneAt, end == RefundStates.Done ? now : null).SetProperty(row => row.ProviderReference, row => providerReference ?? row.ProviderReference),
            cancellationToken);
        if (changed == 0) return false;

        if (end == RefundStates.Done) await RefundLedger.CompleteAsync(database, intent, now, cancellationToken);
        else if (end == RefundStates.Failed) await RefundLedger.ReleaseAsync(database, intent, cancellationToken);
        if (end == RefundStates.Done) await RefundLedger.CloseReturnAsync(database, intent.ReturnNumber, cancellationToken);
        else await RefundCases.OpenAsync(database, await database.Refunds.AsNoTracking().SingleAsync(row => row.Id == intent.Id, cancellationToken), now, cancellationToken);
        CrashPoint.Reach("refund.move");
        await transaction.CommitAsync(cancellationToken);
        CrashPoint.Reach("refund.moved");
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refund {Intent} is done.")]
        public static partial void Done(ILogger logger, string intent);

        [LoggerMessage(2, LogLevel.Error, "Refund {Intent} is {State} ({Fault}); a person must look at it.")]
        public static partial void NeedsPerson(ILogger logger, string intent, string state, string? fault);

        [LoggerMessage(3, LogLevel.Critical, "The payment provider has booked {ProviderRefund}, for which there is no intent.")]
        public static partial void NoIntent(ILogger logger, string providerRefund);

        [LoggerMessage(4, LogLevel.Critical, "Refund {Intent}: the payment provider has booked {Booked} {BookedCurrency} instead of {Amount} {Currency}.")]
        public static partial void OtherAmount(ILogger logger, string intent, long booked, string bookedCurrency, long amount, string currency);

        [LoggerMessage(5, LogLevel.Critical, "Refund {Intent} has ended as {State}, but the payment provider says {Status}; nothing was changed.")]
        public static partial void ComesTooLate(ILogger logger, string intent, string? state, string status);
    }
}

/// <summary>What became of what the provider said.</summary>
internal enum RefundHearing
{
    /// <summary>The intent moved forward.</summary>
    Moved,
    /// <summary>It stood there already.</summary>
    KnownAlready,
    /// <summary>The provider has it and is not done yet.</summary>
    Pending,
    /// <summary>Somebody else holds the intent now, and hears it too.</summary>
    LeaseLost,
    /// <summary>It cannot be: a person must look.</summary>
    Contradicts,
    /// <summary>We never wanted it.</summary>
    NoIntent,
}
