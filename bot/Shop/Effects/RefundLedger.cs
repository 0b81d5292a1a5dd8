using System.Security.Cryptography;
using System.Text;
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
        var isMany = await IsManyAsync(run, effect.CustomerId, entry.Number, cancellationToken);
        foreach (var (i, part) in effect.Refunds.Index())
        {
            if (part.Amount <= 0) return EffectRun.Refused("refund_invalid");
            var method = await run.Database.PaymentMethods.AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == part.PaymentMethodId && row.CustomerId == effect.CustomerId, cancellationToken);
            if (method is null || !string.Equals(method.Kind, part.Kind, StringComparison.Ordinal)) return EffectRun.Refused("method_unknown");
            if (part.Kind == PaymentKinds.VirtualAccount)
            {
                // Fixed here, so that the provider is asked for the same however often.
                entry.RefundAccount ??= method.RefundAccount;
                if (string.IsNullOrWhiteSpace(entry.RefundAccount)) return EffectRun.Refused("account_missing");
            }

            if (part.PaymentId is { } payment && !await ReserveAsync(run, entry.OrderId, payment, part, cancellationToken)) return EffectRun.Refused("refund_exceeds_paid");
            intents.Add(new()
            {
                Id = IdOf($"{run.Key}/{i + 1}"),
                Key = $"{run.Key}/{i + 1}",
                OrderId = entry.OrderId,
                ReturnNumber = entry.Number,
                Position = i,
                PaymentId = part.PaymentId,
                MethodId = part.PaymentMethodId,
                Kind = part.Kind,
                Amount = part.Amount,
                Currency = currency,
                State = isMany ? RefundStates.Manual : effect.KeepGoods ? RefundStates.Reserved : RefundStates.Planned,
                Fault = isMany ? "velocity" : null,
                CreatedAt = run.Now,
            });
        }

        run.Database.Refunds.AddRange(intents);
        await run.Database.SaveChangesAsync(cancellationToken);
        if (await ExceedsAsync(run.Database, entry.OrderId, cancellationToken)) return EffectRun.Refused("refund_exceeds_paid");
        if (isMany)
            foreach (var intent in intents) await RefundCases.OpenAsync(run.Database, intent, run.Now, cancellationToken);
        if (!effect.KeepGoods || isMany) return null;

        var own = intents.Where(intent => intent.Kind is PaymentKinds.Points or PaymentKinds.GiftCard).ToList();
        foreach (var intent in own)
        {
            await run.Database.Refunds.Where(row => row.Id == intent.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, RefundStates.Done).SetProperty(row => row.DoneAt, run.Now), cancellationToken);
            await CompleteAsync(run.Database, intent, run.Now, cancellationToken);
        }

        if (own.Count > 0) await CloseReturnAsync(run.Database, entry.Number, cancellationToken);
        return null;
    }

    /// <summary>Gives back what the intents of a withdrawn return had reserved.</summary>
    public static async Task ReleaseAsync(ShopDatabase database, string returnNumber, CancellationToken cancellationToken)
    {
        var planned = await database.Refunds.AsNoTracking().Where(row => row.ReturnNumber == returnNumber && row.State == RefundStates.Planned).ToListAsync(cancellationToken);
        foreach (var intent in planned)
        {
            var released = await database.Refunds.Where(row => row.Id == intent.Id && row.State == RefundStates.Planned)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RefundStates.Released), cancellationToken);
            if (released == 1) await ReleaseAsync(database, intent, cancellationToken);
        }
    }

    /// <summary>Frees what an intent had reserved of its payment.</summary>
    public static async Task ReleaseAsync(ShopDatabase database, RefundRow intent, CancellationToken cancellationToken)
    {
        if (intent.PaymentId is { } payment)
            await database.Payments.Where(row => row.Id == payment).ExecuteUpdateAsync(set => set.SetProperty(row => row.Reserved, row => row.Reserved - intent.Amount), cancellationToken);
    }

    /// <summary>Moves the money of an intent that has just become done: the payment, the balance it goes to, the cash receipt that follows it, and the order's history.</summary>
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
    }

    /// <summary>Once every part of a return is paid, the return is refunded, and the order stands as what is left of it.</summary>
    public static async Task CloseReturnAsync(ShopDatabase database, string? number, CancellationToken cancellationToken)
    {
        if (number is null || await database.Refunds.AnyAsync(row => row.ReturnNumber == number && row.State != RefundStates.Done, cancellationToken)) return;
        var entry = await database.Returns.AsNoTracking().SingleAsync(row => row.Number == number, cancellationToken);
        await database.Returns.Where(row => row.Number == number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ReturnStatuses.Refunded), cancellationToken);
        if (entry.KeepGoods || await IsOpenAsync(database, entry.OrderId, cancellationToken)) return;
        var kept = await database.OrderLines.AnyAsync(row => row.OrderId == entry.OrderId && row.Returned < row.Quantity, cancellationToken);
        var status = kept ? entry.OrderStatusBefore : OrderStatuses.Returned;
        await database.Orders.Where(row => row.Id == entry.OrderId && row.Status == OrderStatuses.ReturnRequested)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status), cancellationToken);
    }

    /// <summary>Whether goods of the order are still coming back.</summary>
    public static Task<bool> IsOpenAsync(ShopDatabase database, string order, CancellationToken cancellationToken) => database.Returns.AnyAsync(
        row => row.OrderId == order && !row.KeepGoods && row.Status != ReturnStatuses.Withdrawn && row.Status != ReturnStatuses.Rejected && row.Status != ReturnStatuses.Refunded,
        cancellationToken);

    /// <summary>An intent's id, which the payment provider knows it by: made of the key that was fixed when the customer confirmed, so that it is the same even where the effect had to run anew.</summary>
    public static string IdOf(string key) => $"rf-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24]}";

    // Whoever found a way to be refunded often is stopped by a person, not by the end of the money.
    private static async Task<bool> IsManyAsync(EffectRun run, string customer, string number, CancellationToken cancellationToken)
    {
        if (run.Policy.Refunds.PerDay is not { } most) return false;
        var since = run.Now.AddDays(-1);
        var others = await run.Database.Refunds.Where(row => row.ReturnNumber != number && row.CreatedAt > since && !Returned.Contains(row.State)
            && run.Database.Orders.Any(order => order.Id == row.OrderId && order.CustomerId == customer)).Select(row => row.ReturnNumber).Distinct().CountAsync(cancellationToken);
        return others >= most;
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
