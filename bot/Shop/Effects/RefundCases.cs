using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>Puts a refund that the machine cannot finish before a person, as a case, in the transaction that ends the machine's part.</summary>
internal static class RefundCases
{
    /// <summary>Opens the case.</summary>
    public static async Task OpenAsync(ShopDatabase database, RefundRow intent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var customer = await database.Orders.Where(row => row.Id == intent.OrderId).Select(row => row.CustomerId).SingleAsync(cancellationToken);
        var matter = new CaseRow
        {
            Number = await EffectRun.NextNumberAsync(database, "C", cancellationToken),
            Kind = CaseKinds.Callback,
            Status = CaseStatuses.Open,
            OpenedAt = now,
            CustomerId = customer,
            OrderId = intent.OrderId,
            Category = CaseCategories.Refund,
            Severity = CaseSeverities.High,
            Trigger = "backend",
            Summary = string.Create(CultureInfo.InvariantCulture, $"refund {intent.Id} ({intent.ReturnNumber}): {intent.Amount} {intent.Currency}, {intent.State} ({intent.Fault})"),
        };
        matter.Prepare();
        DocumentRules.Demand(matter);
        database.Cases.Add(matter);
        await database.SaveChangesAsync(cancellationToken);
    }
}
