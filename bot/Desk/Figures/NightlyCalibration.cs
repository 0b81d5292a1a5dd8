using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Desk.Figures;

/// <summary>How honest the told waits were: after each of the shop's days, how many of those who were told a range waited no shorter and no longer. Kept for good.</summary>
internal sealed class NightlyCalibration(IDbContextFactory<DeskDatabase> databases, ShopPolicy policy, TimeProvider clock)
{
    // A night may pass without anybody to count.
    private const int DaysBack = 7;

    private DateOnly counted;

    /// <summary>Counts the days that are over and were not counted yet.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = policy.DateOf(now);
        if (today == counted) return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var done = (await database.Calibrations.AsNoTracking().OrderByDescending(row => row.Day).Take(DaysBack + 1).Select(row => row.Day).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var since = now.AddDays(-DaysBack - 2);
        var told = await database.Escalations.AsNoTracking().Where(row => row.ToldFrom != null && row.WaitedSeconds != null && row.CreatedAt.CompareTo(since) >= 0)
            .Select(row => new { row.CreatedAt, row.ToldFrom, row.ToldTo, row.WaitedSeconds }).ToListAsync(cancellationToken);
        var byDay = told.ToLookup(row => policy.DateOf(row.CreatedAt.AddSeconds(row.WaitedSeconds ?? 0)), row => Compare(row.WaitedSeconds ?? 0, row.ToldFrom ?? 0, row.ToldTo ?? 0));
        for (var day = today.AddDays(-DaysBack); day < today; day = day.AddDays(1))
        {
            var name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (done.Contains(name)) continue;
            var waits = byDay[day].ToArray();
            database.Calibrations.Add(new CalibrationRow { Day = name, Told = waits.Length, Held = waits.Count(wait => wait == 0), Sooner = waits.Count(wait => wait < 0), Later = waits.Count(wait => wait > 0) });
        }
        await database.SaveChangesAsync(cancellationToken);
        counted = today;
    }

    /// <summary>How a wait compares with what was told: below 0 shorter, 0 within, above 0 longer. A begun minute counts, as the telling of minutes has it.</summary>
    public static int Compare(int waitedSeconds, int from, int to)
    {
        var minutes = Math.Max(1, (waitedSeconds + 59) / 60);
        return minutes < from ? -1 : minutes > to ? 1 : 0;
    }
}
