using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Bot.Tests.Shop;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Nodes that write what desks show, and who did what, at the same moments.</summary>
public abstract class EventOrderTests
{
    private const int EachWrites = 25;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private protected abstract DatabaseKind Kind { get; }

    /// <summary>How many nodes there are; a file has but one.</summary>
    private protected abstract int Nodes { get; }

    [Fact]
    public async Task What_nodes_write_at_once_has_one_order_without_gaps_in_which_nothing_comes_behind_a_cursor_and_nothing_fails()
    {
        await using var shop = await TemporaryShop.EmptyAsync(Kind);
        using var log = new NotedLog();
        using var logging = LoggerFactory.Create(building => building.AddProvider(log));
        var tables = new Tables(shop, logging);
        var all = Nodes * EachWrites * 2;
        var reading = Reading(Node(), all);
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(async number =>
        {
            var (events, audit) = (Node(), new AuditTrail(tables, shop.Clock));
            for (var written = 0; written < EachWrites; written++)
            {
                await events.AddAsync(null, DeskEventKinds.Broadcast, new { number, written }, Stop);
                await events.AddWithAsync(["jieun"], DeskEventKinds.Alarm, new { number, written }, _ => Task.FromResult(true), Stop);
                await audit.WriteAsync(null, AuditActions.Read, $"{number}.{written}", null, Stop);
            }
        }));

        Assert.Equal(Enumerable.Range(1, all).Select(number => (long)number), await reading);
        await using var database = tables.CreateDbContext();
        Assert.Equal(Enumerable.Range(1, all / 2).Select(number => (long)number), await database.Audit.OrderBy(row => row.Sequence).Select(row => row.Sequence).ToListAsync(Stop));
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning", StringComparison.Ordinal));

        DeskEvents Node() => new(tables, Seals.Seal, new Notices(new OneNode(), NullLogger<Notices>.Instance), shop.Clock);
    }

    [Fact]
    public async Task What_does_not_change_the_records_is_not_told()
    {
        await using var shop = await TemporaryShop.EmptyAsync(Kind);
        var events = new DeskEvents(new Tables(shop, NullLoggerFactory.Instance), Seals.Seal, new Notices(new OneNode(), NullLogger<Notices>.Instance), shop.Clock);
        Assert.False(await events.AddWithAsync(["jieun"], DeskEventKinds.Alarm, new { }, _ => Task.FromResult(false), Stop));
        Assert.Equal(0, await events.LastAsync(Stop));
    }

    [Fact]
    public async Task Whoever_hears_of_nothing_while_a_thousand_things_happen_to_others_hears_of_what_comes_then()
    {
        await using var shop = await TemporaryShop.EmptyAsync(Kind);
        var tables = new Tables(shop, NullLoggerFactory.Instance);
        var events = new DeskEvents(tables, Seals.Seal, new Notices(new OneNode(), NullLogger<Notices>.Instance), shop.Clock);
        await events.AddWithAsync([.. Enumerable.Repeat("minjun", 1_200)], DeskEventKinds.Alarm, new { }, _ => Task.FromResult(true), Stop);
        await events.AddAsync("jieun", DeskEventKinds.Alarm, new { }, Stop);
        Assert.Equal([1_201], (await events.ReadAsync("jieun", 0, Stop)).Select(one => one.Sequence));
        await using var database = tables.CreateDbContext();
        await database.Events.Where(row => row.Sequence < 5).ExecuteDeleteAsync(Stop);
        Assert.Equal([DeskEventKinds.Reset], (await events.ReadAsync("jieun", 3, Stop)).Select(one => one.Kind));
        Assert.Equal([1_201], (await events.ReadAsync("jieun", 4, Stop)).Select(one => one.Sequence));
    }

    // As an open desk does: from the cursor on, as soon as something is there.
    private static async Task<List<long>> Reading(DeskEvents events, int all)
    {
        List<long> read = [];
        while (read.Count < all)
        {
            read.AddRange((await events.ReadAsync("jieun", read.LastOrDefault(), Stop)).Select(one => one.Sequence));
            await Task.Delay(1, Stop);
        }
        return read;
    }

    private sealed class Tables(TemporaryShop shop, ILoggerFactory logging) : IDbContextFactory<DeskDatabase>
    {
        private readonly DbContextOptions<DeskDatabase> options = (DbContextOptions<DeskDatabase>)new DbContextOptionsBuilder<DeskDatabase>().UseShop(shop.Engine).UseLoggerFactory(logging).Options;

        public DeskDatabase CreateDbContext() => new(options);
    }
}

/// <inheritdoc/>
public sealed class EventOrderOnSqliteTests : EventOrderTests
{
    private protected override DatabaseKind Kind => DatabaseKind.Sqlite;

    private protected override int Nodes => 1;
}

/// <inheritdoc/>
public sealed class EventOrderOnPostgreSqlTests : EventOrderTests
{
    private protected override DatabaseKind Kind => DatabaseKind.PostgreSQL;

    private protected override int Nodes => 3;
}
