using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>Keeps receipt numbers unique after numbers came in from elsewhere.</summary>
internal static class ReceiptCounters
{
    /// <summary>Raises every series to the highest number in the store.</summary>
    public static async Task RaiseAsync(ShopDatabase database, CancellationToken cancellationToken)
    {
        var numbers = new List<string>();
        numbers.AddRange(await database.Returns.Select(row => row.Number).ToListAsync(cancellationToken));
        numbers.AddRange(await database.Cases.Select(row => row.Number).ToListAsync(cancellationToken));
        numbers.AddRange(await database.Exchanges.Select(row => row.Number).ToListAsync(cancellationToken));
        numbers.AddRange(await database.Satisfaction.Select(row => row.Id).ToListAsync(cancellationToken));

        foreach (var counter in await database.Counters.AsTracking().ToListAsync(cancellationToken))
            counter.Value = numbers.Select(number => ValueOf(number, counter.Series)).Append(counter.Value).Max();
        await database.SaveChangesAsync(cancellationToken);
    }

    private static long ValueOf(string number, string series) =>
        number.StartsWith(series + "-", StringComparison.Ordinal)
        && long.TryParse(number.AsSpan(series.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
