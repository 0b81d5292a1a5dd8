using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>
/// Opens a return, or a refund where the goods stay. With goods coming back the refund is planned and its money reserved, and nothing else of the
/// order changes but its status; where the goods stay, points and gift cards are credited at once and the rest waits for the payment provider.
/// </summary>
internal static class OpeningReturn
{
    private static readonly string[] Over = [ReturnStatuses.Withdrawn, ReturnStatuses.Rejected];

    /// <summary>Runs it, or says why not.</summary>
    public static async Task<Outcome> RunAsync(EffectRun run, OpenReturn effect, CancellationToken cancellationToken)
    {
        var database = run.Database;
        // Writing the order first makes other effects on it wait, in every database.
        var owned = await database.Orders.Where(row => row.Id == effect.OrderId && row.CustomerId == effect.CustomerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (owned == 0) return EffectRun.Refused("order_unknown");
        var order = await database.Orders.AsNoTracking().SingleAsync(row => row.Id == effect.OrderId, cancellationToken);
        var earlier = await database.Returns.AsNoTracking().Where(row => row.OrderId == order.Id && !Over.Contains(row.Status)).ToListAsync(cancellationToken);
        if (run.Policy.Returns.OncePerOrder && earlier.Count > 0) return EffectRun.Refused("already_returned");
        if (!run.Policy.Returns.Statuses.Contains(order.Status, StringComparer.Ordinal)) return EffectRun.Refused("order_not_returnable");
        if (effect.KeepGoods && effect.Refunds.IsEmpty) return EffectRun.Refused("nothing_to_refund");

        var lines = effect.Lines.GroupBy(line => line.LineId, StringComparer.Ordinal).Select(same => new LineQuantity(same.Key, same.Sum(line => line.Quantity))).ToList();
        if (await TakeLinesAsync(run, order.Id, lines, cancellationToken) is { } noLine) return noLine;

        var entry = await EntryAsync(run, effect, order, lines, earlier, cancellationToken);
        database.Returns.Add(entry);
        if (!effect.KeepGoods)
            await database.Orders.Where(row => row.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, OrderStatuses.ReturnRequested), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);

        if (await RefundLedger.PlanAsync(run, entry, order.Currency, effect, cancellationToken) is { } noRefund) return noRefund;
        return new(OutcomeKind.Done, new(entry.Number, effect.KeepGoods ? "refund" : "return")) { PickupNumber = entry.PickupNumber };
    }

    private static async Task<Outcome?> TakeLinesAsync(EffectRun run, string order, List<LineQuantity> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 0) return EffectRun.Refused("no_lines");
        foreach (var (line, quantity) in lines)
        {
            if (quantity < 1) return EffectRun.Refused("quantity_invalid");
            var taken = await run.Database.OrderLines.Where(row => row.OrderId == order && row.Id == line && row.Returned + quantity <= row.Quantity)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Returned, row => row.Returned + quantity), cancellationToken);
            if (taken == 1) continue;
            var known = await run.Database.OrderLines.AnyAsync(row => row.OrderId == order && row.Id == line, cancellationToken);
            return EffectRun.Refused(known ? "already_returned" : "line_unknown");
        }

        return null;
    }

    private static async Task<ReturnRow> EntryAsync(
        EffectRun run, OpenReturn effect, OrderRow order, List<LineQuantity> lines, List<ReturnRow> earlier, CancellationToken cancellationToken)
    {
        var carriers = effect.PickupOn is null ? [] : await run.Database.Carriers.Where(row => row.CollectsReturns).Select(row => row.Id).ToListAsync(cancellationToken);
        var entry = new ReturnRow
        {
            Number = await run.NextNumberAsync(effect.KeepGoods ? "F" : "R", cancellationToken),
            OrderId = order.Id,
            Status = effect.PickupOn is null ? ReturnStatuses.Requested : ReturnStatuses.PickupBooked,
            RequestedAt = run.Now,
            // While another return is open the order says so already; what it was before stands in that one.
            OrderStatusBefore = string.Equals(order.Status, OrderStatuses.ReturnRequested, StringComparison.Ordinal)
                ? earlier.Select(other => other.OrderStatusBefore).FirstOrDefault(OrderStatuses.Delivered) : order.Status,
            Reason = effect.Reason,
            Evidence = [.. effect.Evidence],
            PickupFrom = effect.PickupFrom,
            PickupOn = effect.PickupOn,
            PickupNumber = effect.PickupOn is null ? null : run.Pickups.Next(),
            CarrierId = carriers.Order(StringComparer.Ordinal).FirstOrDefault(),
            RefundDue = effect.RefundDue,
            RefundAccount = effect.RefundAccount,
            Rule = effect.Rule,
            KeepGoods = effect.KeepGoods,
            Lines = [.. lines.Select(line => new ReturnLineRow { LineId = line.LineId, Quantity = line.Quantity })],
        };
        entry.Prepare();
        return entry;
    }
}
