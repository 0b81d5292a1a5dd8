using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>
/// The book of what is refunded. No payment is ever refunded beyond what was paid, nor an order beyond what was paid for it: both are
/// decided by the database's own arithmetic, in the transaction that writes the intent.
/// </summary>
internal static class RefundLedger
{
    private static readonly string[] Returned = [RefundStates.Failed, RefundStates.Released];

    /// <summary>Writes the refund intents of a return and reserves their money.</summary>
    /// <returns>Null, or why it cannot be.</returns>
    public static async Task<Outcome?> PlanAsync(EffectRun run, ReturnRow entry, string currency, OpenReturn effect, CancellationToken cancellationToken)
    {
        var intents = new List<RefundRow>();
        foreach (var (i, part) in effect.Refunds.Index())
        {
            if (part.Amount <= 0) return EffectRun.Refused("refund_invalid");
            var method = await run.Database.PaymentMethods.AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == part.PaymentMethodId && row.CustomerId == effect.CustomerId, cancellationToken);
            if (method is null || !string.Equals(method.Kind, part.Kind, StringComparison.Ordinal)) return EffectRun.Refused("method_unknown");
            if (part.Kind == PaymentKinds.VirtualAccount && string.IsNullOrWhiteSpace(effect.RefundAccount ?? method.RefundAccount)) return EffectRun.Refused("account_missing");
            if (part.PaymentId is { } payment && !await ReserveAsync(run, entry.OrderId, payment, part, cancellationToken)) return EffectRun.Refused("refund_exceeds_paid");
            intents.Add(new()
            {
                Id = $"{entry.Number}-{i + 1}",
                Key = $"{run.Key}/{i + 1}",
                OrderId = entry.OrderId,
                ReturnNumber = entry.Number,
                Position = i,
                PaymentId = part.PaymentId,
                MethodId = part.PaymentMethodId,
                Kind = part.Kind,
                Amount = part.Amount,
                Currency = currency,
                State = effect.KeepGoods ? RefundStates.Reserved : RefundStates.Planned,
                CreatedAt = run.Now,
            });
        }

        run.Database.Refunds.AddRange(intents);
        await run.Database.SaveChangesAsync(cancellationToken);
        if (await ExceedsAsync(run.Database, entry.OrderId, cancellationToken)) return EffectRun.Refused("refund_exceeds_paid");
        if (!effect.KeepGoods) return null;

        var own = intents.Where(intent => intent.Kind is PaymentKinds.Points or PaymentKinds.GiftCard).ToList();
        foreach (var intent in own) await CompleteAsync(run.Database, intent, run.Now, cancellationToken);
        if (own.Count == intents.Count)
            await run.Database.Returns.Where(row => row.Number == entry.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ReturnStatuses.Refunded), cancellationToken);
        return null;
    }

    /// <summary>Gives back what the intents of a withdrawn return had reserved.</summary>
    public static async Task ReleaseAsync(ShopDatabase database, string returnNumber, CancellationToken cancellationToken)
    {
        var planned = await database.Refunds.AsNoTracking().Where(row => row.ReturnNumber == returnNumber && row.State == RefundStates.Planned).ToListAsync(cancellationToken);
        foreach (var intent in planned)
        {
            if (intent.PaymentId is { } payment)
                await database.Payments.Where(row => row.Id == payment).ExecuteUpdateAsync(set => set.SetProperty(row => row.Reserved, row => row.Reserved - intent.Amount), cancellationToken);
            await database.Refunds.Where(row => row.Id == intent.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RefundStates.Released), cancellationToken);
        }
    }

    /// <summary>Moves the money of an intent: the payment, the balance it goes to, the cash receipt that follows it, and the order's history.</summary>
    public static async Task CompleteAsync(ShopDatabase database, RefundRow intent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var amount = intent.Amount;
        if (intent.PaymentId is { } payment)
        {
            await database.Payments.Where(row => row.Id == payment).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Reserved, row => row.Reserved - amount).SetProperty(row => row.Refunded, row => row.Refunded + amount), cancellationToken);
            // A receipt may cover less than was paid; it never goes below nothing.
            await database.CashReceipts.Where(row => row.PaymentId == payment).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Cancelled, row => row.Cancelled + amount > row.Amount ? row.Amount : row.Cancelled + amount), cancellationToken);
        }

        if (intent.Kind is PaymentKinds.Points or PaymentKinds.GiftCard)
            await database.PaymentMethods.Where(row => row.Id == intent.MethodId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Balance, row => row.Balance + amount), cancellationToken);

        var last = await database.PaymentHistory.Where(row => row.OrderId == intent.OrderId).MaxAsync(row => (int?)row.Position, cancellationToken) ?? -1;
        database.PaymentHistory.Add(new() { OrderId = intent.OrderId, Position = last + 1, Type = PaymentMovements.Refund, Amount = amount, MethodId = intent.MethodId, At = now });
        await database.SaveChangesAsync(cancellationToken);
        await database.Refunds.Where(row => row.Id == intent.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RefundStates.Done).SetProperty(row => row.DoneAt, now), cancellationToken);
    }

    // A gift card may get back what another method paid; it counts against that payment all the same.
    private static async Task<bool> ReserveAsync(EffectRun run, string order, string payment, RefundPart part, CancellationToken cancellationToken) =>
        await run.Database.Payments
            .Where(row => row.Id == payment && row.OrderId == order && (row.MethodId == part.PaymentMethodId || part.Kind == PaymentKinds.GiftCard) && row.Refunded + row.Reserved + part.Amount <= row.Paid)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Reserved, row => row.Reserved + part.Amount), cancellationToken) == 1;

    // What goes to another method takes nothing from a payment, so the order as a whole is watched.
    private static async Task<bool> ExceedsAsync(ShopDatabase database, string order, CancellationToken cancellationToken)
    {
        var left = await database.Payments.Where(row => row.OrderId == order).SumAsync(row => row.Paid - row.Refunded - row.Reserved, cancellationToken);
        var elsewhere = await database.Refunds.Where(row => row.OrderId == order && row.PaymentId == null && !Returned.Contains(row.State))
            .SumAsync(row => row.Amount, cancellationToken);
        return elsewhere > left;
    }
}
