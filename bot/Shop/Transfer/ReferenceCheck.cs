using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>Finds names in imported documents that nothing in the store has.</summary>
internal sealed class ReferenceCheck(ShopDatabase database)
{
    /// <summary>One error for each missing name, at the first place that uses it; and one for each return of a line that its order does not have.</summary>
    public async Task<List<ImportError>> MissingAsync(IReadOnlyDictionary<(Type Document, string Id), (ImportPlace Place, string Field)> references, CancellationToken cancellationToken)
    {
        var errors = new List<ImportError>();
        foreach (var used in references.GroupBy(reference => reference.Key.Document))
        {
            var known = (await IdsAsync(used.Key, cancellationToken)).ToHashSet(StringComparer.Ordinal);
            errors.AddRange(used.Where(reference => !known.Contains(reference.Key.Id))
                .Select(reference => new ImportError(reference.Value.Place.File, reference.Value.Place.Line, reference.Value.Field, reference.Key.Id, $"there is no such {Word(used.Key)}")));
        }

        if (errors.Count > 0) return errors;
        var returns = await database.Set<ReturnLineRow>().Join(database.Returns, line => line.ReturnNumber, entry => entry.Number, (line, entry) => new { entry.Number, entry.OrderId, line.LineId })
            .Where(line => !database.OrderLines.Any(row => row.OrderId == line.OrderId && row.Id == line.LineId)).ToListAsync(cancellationToken);
        errors.AddRange(returns.Select(line => new ImportError("returns", 0, $"{line.Number} lines", line.LineId, $"order {line.OrderId} has no such line")));
        var exchanges = await database.Set<ExchangeLineRow>().Join(database.Exchanges, line => line.ExchangeNumber, entry => entry.Number, (line, entry) => new { entry.Number, entry.OrderId, line.LineId })
            .Where(line => !database.OrderLines.Any(row => row.OrderId == line.OrderId && row.Id == line.LineId)).ToListAsync(cancellationToken);
        errors.AddRange(exchanges.Select(line => new ImportError("exchanges", 0, $"{line.Number} lines", line.LineId, $"order {line.OrderId} has no such line")));
        return errors;
    }

    private Task<List<string>> IdsAsync(Type document, CancellationToken cancellationToken) => (document.Name switch
    {
        nameof(CustomerRow) => database.Customers.Select(row => row.Id),
        nameof(PaymentMethodRow) => database.PaymentMethods.Select(row => row.Id),
        nameof(ProductRow) => database.Products.Select(row => row.Id),
        nameof(VariantRow) => database.Set<VariantRow>().Select(row => row.Id),
        nameof(SellerRow) => database.Sellers.Select(row => row.Id),
        nameof(CarrierRow) => database.Carriers.Select(row => row.Id),
        nameof(CouponRow) => database.Coupons.Select(row => row.Id),
        nameof(OrderRow) => database.Orders.Select(row => row.Id),
        nameof(PaymentRow) => database.Payments.Select(row => row.Id),
        nameof(ReturnRow) => database.Returns.Select(row => row.Number),
        nameof(CaseRow) => database.Cases.Select(row => row.Number),
        _ => throw new InvalidOperationException($"Nothing may refer to a {document.Name}."),
    }).ToListAsync(cancellationToken);

    private static string Word(Type document) => document.Name switch
    {
        nameof(PaymentMethodRow) => "payment method",
        _ => document.Name[..^"Row".Length].ToLowerInvariant(),
    };
}
