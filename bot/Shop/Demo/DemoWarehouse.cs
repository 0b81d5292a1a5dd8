using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Demo;

/// <summary>Stands in for a warehouse in demonstrations: what was returned since the program started is collected, arrives and is inspected, a minute each.</summary>
internal sealed class DemoWarehouse(IDbContextFactory<ShopDatabase> databases, ReturnedGoods goods, IOptions<ShopSettings> settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private static readonly string[] Steps = [ReturnStatuses.Collected, ReturnStatuses.Received, ReturnStatuses.Inspected];
    private static readonly string[] OnTheWay = [ReturnStatuses.Requested, ReturnStatuses.PickupBooked, ReturnStatuses.Collected, ReturnStatuses.Received];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.SimulateWarehouse) return;
        var began = clock.GetUtcNow();
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
            await MoveAsync(began, stoppingToken);
    }

    private async Task MoveAsync(DateTimeOffset began, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var entries = await database.Returns.AsNoTracking().Where(row => row.RequestedAt >= began && !row.KeepGoods && OnTheWay.Contains(row.Status)).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            var steps = (int)((clock.GetUtcNow() - entry.RequestedAt) / Step);
            if (steps > 0) await goods.ReportAsync(entry.Number, Steps[Math.Min(steps, Steps.Length) - 1], cancellationToken);
        }
    }
}
