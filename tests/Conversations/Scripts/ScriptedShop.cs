using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Conversations.Scripts;

/// <summary>Looks at what a script has changed in the shop. What was there before the script began does not count.</summary>
internal sealed class ScriptedShop
{
    private readonly IDbContextFactory<ShopDatabase> databases;
    private readonly HashSet<string> before;

    private ScriptedShop(IDbContextFactory<ShopDatabase> databases, HashSet<string> before) => (this.databases, this.before) = (databases, before);

    public static async Task<ScriptedShop> OpenAsync(IDbContextFactory<ShopDatabase> databases)
    {
        await using var database = await databases.CreateDbContextAsync();
        string[] known = [.. await database.Returns.Select(row => row.Number).ToListAsync(), .. await database.Cases.Select(row => row.Number).ToListAsync(), .. await database.Satisfaction.Select(row => row.Id).ToListAsync()];
        return new(databases, known.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Checks one line.</summary>
    /// <returns>What is otherwise, or null where it holds.</returns>
    public async Task<string?> CheckAsync(string wanted)
    {
        await using var database = await databases.CreateDbContextAsync();
        return wanted.Split(' ') switch
        {
            ["unchanged"] => await UnchangedAsync(database),
            ["order", var id, "is", var status] => Same(await database.Orders.Where(order => order.Id == id).Select(order => order.Status).SingleOrDefaultAsync(), status),
            ["return", "of", .. var title, var times] when times.StartsWith('x') => await ReturnOfAsync(database, string.Join(' ', title), times[1..]),
            ["return", "has", var count, "photo" or "photos"] => Same(Count((await LastReturnAsync(database))?.Evidence.Count), count),
            ["return", var field, "is", .. var value] => await ReturnAsync(database, field, string.Join(' ', value)),
            ["refund", var amount, "to", var kind] => await RefundAsync(database, amount, kind),
            [var count, var kind, "case" or "cases"] => Same(Count((await NewCasesAsync(database)).Count(row => row.Kind == kind)), count),
            ["case", var field, "is", .. var value] => await CaseAsync(database, field, string.Join(' ', value)),
            ["score", var score] => Same(Count((await database.Satisfaction.ToListAsync()).LastOrDefault(row => !before.Contains(row.Id))?.Score), score),
            _ => $"'shop {wanted}' is no line about the shop; docs/conversations.md lists them",
        };
    }

    private async Task<string?> UnchangedAsync(ShopDatabase database)
    {
        var (returns, cases) = ((await NewReturnsAsync(database)).Count, (await NewCasesAsync(database)).Count);
        return returns + cases == 0 ? null : $"there are {returns} new returns and {cases} new cases";
    }

    private async Task<string?> ReturnOfAsync(ShopDatabase database, string title, string times)
    {
        var found = new List<string>();
        foreach (var entry in await NewReturnsAsync(database))
        {
            var lines = await database.OrderLines.AsNoTracking().Where(line => line.OrderId == entry.OrderId).ToListAsync();
            foreach (var back in entry.Lines)
            {
                var line = lines.Single(line => line.Id == back.LineId);
                found.Add($"{line.Name}{(line.Options.Count == 0 ? "" : $"({string.Join(", ", line.Options.Values)})")} x{back.Quantity}");
            }
        }
        return found.Contains($"{title} x{times}", StringComparer.Ordinal) ? null : $"what comes back is: {string.Join("; ", found)}";
    }

    private async Task<string?> ReturnAsync(ShopDatabase database, string field, string value)
    {
        if (await LastReturnAsync(database) is not { } entry) return "there is no new return";
        return field switch
        {
            "status" => Same(entry.Status, value),
            "reason" => Same(entry.Reason, value),
            "order" => Same(entry.OrderId, value),
            "pickup" => Same(entry.PickupOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value),
            "postcode" => Same(entry.PickupFrom?.Postcode, value),
            "account" => Same(entry.RefundAccount, value),
            "rule" => Same(entry.Rule, value),
            "kept" => Same(entry.KeepGoods ? "yes" : "no", value),
            _ => $"a return has no '{field}'; known are status, reason, order, pickup, postcode, account, rule, kept",
        };
    }

    private async Task<string?> RefundAsync(ShopDatabase database, string amount, string kind)
    {
        var numbers = (await NewReturnsAsync(database)).Select(entry => entry.Number).ToList();
        var refunds = (await database.Refunds.AsNoTracking().ToListAsync()).Where(refund => refund.ReturnNumber is { } number && numbers.Contains(number, StringComparer.Ordinal)).Select(refund => $"{refund.Amount} to {refund.Kind}").ToList();
        return refunds.Contains($"{amount} to {kind}", StringComparer.Ordinal) ? null : $"the refunds are: {string.Join("; ", refunds)}";
    }

    private async Task<string?> CaseAsync(ShopDatabase database, string field, string value)
    {
        if ((await NewCasesAsync(database)).LastOrDefault() is not { } entry) return "there is no new case";
        return field switch
        {
            "category" => Same(entry.Category, value),
            "severity" => Same(entry.Severity, value),
            "wish" => Same(entry.Wish, value),
            "order" => Same(entry.OrderId, value),
            "phone" => Same(entry.Phone, value),
            "email" => Same(entry.Email, value),
            "trigger" => Same(entry.Trigger, value),
            "status" => Same(entry.Status, value),
            "customer" => Same(entry.CustomerId ?? "unknown", value),
            _ => $"a case has no '{field}'; known are category, severity, wish, order, phone, email, trigger, status, customer",
        };
    }

    private async Task<List<ReturnRow>> NewReturnsAsync(ShopDatabase database) =>
        [.. (await database.Returns.AsNoTracking().Include(row => row.Lines).ToListAsync()).Where(row => !before.Contains(row.Number)).OrderBy(row => row.Number, StringComparer.Ordinal)];

    private async Task<ReturnRow?> LastReturnAsync(ShopDatabase database) => (await NewReturnsAsync(database)).LastOrDefault();

    private async Task<List<CaseRow>> NewCasesAsync(ShopDatabase database) =>
        [.. (await database.Cases.AsNoTracking().ToListAsync()).Where(row => !before.Contains(row.Number)).OrderBy(row => row.Number, StringComparer.Ordinal)];

    private static string? Count(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    private static string? Same(string? actual, string wanted) => string.Equals(actual, wanted, StringComparison.Ordinal) ? null : $"it is '{actual ?? "nothing"}'";
}
