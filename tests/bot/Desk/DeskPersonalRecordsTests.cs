using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What the desk keeps of a customer is sealed, and forgotten with them.</summary>
public sealed class DeskPersonalRecordsTests : IDisposable
{
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Neither_name_nor_words_stand_in_the_desks_tables_and_the_desk_reads_them()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        Assert.Equal("김하늘", (string?)(await DeskHost.Item(jieun, "offered"))["customerName"]);

        await using var database = await DatabaseAsync();
        var row = await database.Escalations.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var bodies = await database.Events.AsNoTracking().Select(row => row.Body).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(bodies);
        foreach (var kept in bodies.Append(row.CustomerName).Append(row.Reason).Append(row.Summary)) Assert.StartsWith("sealed:", kept, StringComparison.Ordinal);
        var open = await Get<Escalations>().FindAsync(row.Id, TestContext.Current.CancellationToken);
        Assert.Equal(("김하늘", "상담원 바꿔 주세요"), (open?.CustomerName, open?.Reason));
        Assert.Contains("주전자", open?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_customer_waits_nowhere_and_no_desk_shows_them()
    {
        var (jieun, id) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        await DeskHost.Item(jieun, "offered");
        var waiting = await WaitingAsync();

        await Get<Erasure>().EraseAsync(waiting.CustomerId ?? "", TestContext.Current.CancellationToken);

        var left = await Get<Escalations>().FindAsync(waiting.Id, TestContext.Current.CancellationToken);
        Assert.Equal((EscalationStates.Left, null, null, "(erased)", "(erased)"), (left?.State, left?.CustomerId, left?.CustomerName, left?.Reason, left?.Summary));
        Assert.Empty(await Get<IQueueStore>().OffersAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(await Get<DeskEvents>().ReadAsync(id, 0, TestContext.Current.CancellationToken), told => told.Kind == DeskEventKinds.Item);
    }

    [Fact]
    public async Task A_row_from_before_there_were_keys_is_read_as_it_is()
    {
        await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        await using (var database = await DatabaseAsync())
            await database.Escalations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Reason, "사람이요").SetProperty(row => row.CustomerName, "김하늘"), TestContext.Current.CancellationToken);

        var row = await WaitingAsync();

        Assert.Equal(("사람이요", "김하늘"), (row.Reason, row.CustomerName));
    }

    private async Task<EscalationRow> WaitingAsync()
    {
        var one = Assert.Single(await Get<Escalations>().GlanceAsync(EscalationStates.Waiting, 9, TestContext.Current.CancellationToken));
        return await Get<Escalations>().FindAsync(one.Id, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The row is gone.");
    }

    private T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    private Task<DeskDatabase> DatabaseAsync() => Get<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
