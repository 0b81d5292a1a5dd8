using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>
/// What the warehouse says about goods that come back. A refund that waited for them goes out once the return stands as far as the policy asks,
/// however that was written down: by a report, by an import, or by the shop's own program in the same tables.
/// </summary>
internal sealed partial class ReturnedGoods(IDbContextFactory<ShopDatabase> databases, ShopCalls calls, ShopPolicy policy, TimeProvider clock, ILogger<ReturnedGoods> logger)
{
    private static readonly string[] Way = [ReturnStatuses.Requested, ReturnStatuses.PickupBooked, ReturnStatuses.Collected, ReturnStatuses.Received, ReturnStatuses.Inspected];
    private readonly string[] payable = policy.Refunds.AfterInspection ? [ReturnStatuses.Inspected] : [ReturnStatuses.Received, ReturnStatuses.Inspected];

    /// <summary>What may be reported.</summary>
    public static IReadOnlyList<string> Reports { get; } = [ReturnStatuses.Collected, ReturnStatuses.Received, ReturnStatuses.Inspected, ReturnStatuses.Rejected];

    /// <summary>Takes a report; one that is behind what is known already changes nothing.</summary>
    /// <param name="number">The return's number.</param>
    /// <param name="status">One of <see cref="Reports"/>; rejected sends the goods back to the customer and frees the money.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How the return stands then, or null where there is none of that number.</returns>
    public async Task<string?> ReportAsync(string number, string status, CancellationToken cancellationToken) =>
        await calls.Behind.ExecuteAsync(async stop => await OnceAsync(number, status, stop), cancellationToken);

    /// <summary>Lets go the refunds whose goods are back.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        CrashPoint.Reach("refund.release");
        var released = await database.Refunds
            .Where(row => row.State == RefundStates.Planned && database.Returns.Any(entry => entry.Number == row.ReturnNumber && payable.Contains(entry.Status)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RefundStates.Reserved), cancellationToken);
        CrashPoint.Reach("refund.released");
        if (released > 0) Log.Released(logger, released);
    }

    private async Task<string?> OnceAsync(string number, string status, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var entry = await database.Returns.AsNoTracking().Include(row => row.Lines).FirstOrDefaultAsync(row => row.Number == number, cancellationToken);
        if (entry is null) return null;
        await database.Orders.Where(row => row.Id == entry.OrderId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);

        // Money that is already on its way is not called back by a rejection.
        var paid = await database.Refunds.AnyAsync(row => row.ReturnNumber == number && row.State != RefundStates.Planned && row.State != RefundStates.Released, cancellationToken);
        var before = status == ReturnStatuses.Rejected ? paid ? [] : Way : Way[..Array.IndexOf(Way, status)];
        var received = status is ReturnStatuses.Received or ReturnStatuses.Inspected ? clock.GetUtcNow() : (DateTimeOffset?)null;
        var changed = await database.Returns.Where(row => row.Number == number && before.Contains(row.Status)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Status, status).SetProperty(row => row.ReceivedAt, row => row.ReceivedAt ?? received), cancellationToken);
        if (changed == 1 && status == ReturnStatuses.Rejected) await WithdrawingReturn.UndoAsync(database, entry, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await database.Returns.Where(row => row.Number == number).Select(row => row.Status).SingleAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The goods of {Count} refunds are back; they are paid now.")]
        public static partial void Released(ILogger logger, int count);
    }
}
