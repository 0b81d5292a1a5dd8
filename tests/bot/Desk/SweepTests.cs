using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Whoever waits by the rows is in the queue, at the place that the row says, whatever happened to the queue.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly DeskHost host = new() { Settings = { ["Desk:AnswerSeconds"] = "3600" } };

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Who_is_missing_in_the_queue_is_put_back_and_who_stands_elsewhere_is_moved()
    {
        await host.AsksForAPerson("dl-1");
        await host.Says("dl-1", "기다리기");
        var (queue, dispatcher) = (host.Services.GetRequiredService<IQueueStore>(), host.Services.GetRequiredService<Dispatcher>());
        var lane = new Lane("returns", "ko");
        var entry = Assert.Single(await queue.PeekAsync(lane, 9, default));
        await queue.RemoveAsync(entry.Id, default);
        await dispatcher.LookAsync(sweep: true, default);
        Assert.Equal(entry, Assert.Single(await queue.PeekAsync(lane, 9, default)) with { PassedBy = entry.PassedBy });

        await using (var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync())
            await database.Escalations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Priority, row => row.Priority + 1));
        await dispatcher.LookAsync(sweep: true, default);
        Assert.Equal(entry.Rank - (5 * 60_000), Assert.Single(await queue.PeekAsync(lane, 9, default)).Rank);
    }
}
