using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>Takes back a return that no courier has collected yet, and leaves the order as if it had never been.</summary>
internal static class WithdrawingReturn
{
    /// <summary>Runs it, or says why not.</summary>
    public static async Task<Outcome> RunAsync(EffectRun run, WithdrawReturn effect, CancellationToken cancellationToken)
    {
        var database = run.Database;
        var entry = await database.Returns.AsNoTracking().Include(row => row.Lines).FirstOrDefaultAsync(row => row.Number == effect.Number, cancellationToken);
        if (entry is null || !await database.Orders.AnyAsync(row => row.Id == entry.OrderId && row.CustomerId == effect.CustomerId, cancellationToken))
            return EffectRun.Refused("return_unknown");
        if (entry.KeepGoods) return EffectRun.Refused("refund_under_way");

        await database.Orders.Where(row => row.Id == entry.OrderId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var withdrawable = run.Policy.Returns.UndoIn.ToArray();
        var withdrawn = await database.Returns.Where(row => row.Number == entry.Number && withdrawable.Contains(row.Status))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ReturnStatuses.Withdrawn), cancellationToken);
        if (withdrawn == 0)
            return EffectRun.Refused(string.Equals(entry.Status, ReturnStatuses.Withdrawn, StringComparison.Ordinal) ? "already_withdrawn" : "already_collected");

        await UndoAsync(database, entry, cancellationToken);
        return new(OutcomeKind.Done, new(entry.Number, "withdrawal"));
    }

    /// <summary>Leaves the order as if the return, which is withdrawn or rejected now, had never been.</summary>
    public static async Task UndoAsync(ShopDatabase database, ReturnRow entry, CancellationToken cancellationToken)
    {
        foreach (var line in entry.Lines)
            await database.OrderLines.Where(row => row.OrderId == entry.OrderId && row.Id == line.LineId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Returned, row => row.Returned - line.Quantity), cancellationToken);
        await RefundLedger.ReleaseAsync(database, entry.Number, cancellationToken);
        if (!await RefundLedger.IsOpenAsync(database, entry.OrderId, cancellationToken))
            await database.Orders.Where(row => row.Id == entry.OrderId && row.Status == OrderStatuses.ReturnRequested)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, entry.OrderStatusBefore), cancellationToken);
    }
}
