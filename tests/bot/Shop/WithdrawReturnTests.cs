using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Taking back a return before the courier came.</summary>
public abstract class WithdrawReturnTests : ShopContract
{
    private protected WithdrawReturnTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task The_order_is_as_if_the_return_had_never_been()
    {
        await using var shop = await WithOneOrderAsync();
        var before = await shop.OrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());

        var outcome = await shop.RunAsync("k2", new WithdrawReturn("K1", "R-20001"));

        Assert.Equal(new Receipt("R-20001", "withdrawal"), outcome.Receipt);
        var after = await shop.OrderAsync();
        Assert.Equal(before.Status, after.Status);
        Assert.Equal(before.Payments, after.Payments);
        Assert.Equal(0, after.Lines[0].Returned);
        Assert.Equal("withdrawn", after.Returns.Single().Status);
    }

    [Fact]
    public async Task Afterwards_it_can_be_returned_again()
    {
        await using var shop = await WithOneOrderAsync();
        shop.Policy = shop.Policy with { Returns = shop.Policy.Returns with { OncePerOrder = true } };
        await shop.RunAsync("k1", TemporaryShop.Kettle(2));
        await shop.RunAsync("k2", new WithdrawReturn("K1", "R-20001"));

        Assert.Equal(OutcomeKind.Done, (await shop.RunAsync("k3", TemporaryShop.Kettle(2))).Kind);
    }

    [Fact]
    public async Task While_another_return_is_open_the_order_still_says_so()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());
        await shop.RunAsync("k2", TemporaryShop.Kettle());

        await shop.RunAsync("k3", new WithdrawReturn("K1", "R-20001"));
        Assert.Equal(OrderStatuses.ReturnRequested, (await shop.OrderAsync()).Status);

        await shop.RunAsync("k4", new WithdrawReturn("K1", "R-20002"));
        Assert.Equal(OrderStatuses.Delivered, (await shop.OrderAsync()).Status);
    }

    [Fact]
    public async Task What_was_collected_stays_returned()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());
        await using var database = shop.CreateDbContext();
        await database.Returns.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ReturnStatuses.Collected), TestContext.Current.CancellationToken);

        Assert.Equal("already_collected", (await shop.RunAsync("k2", new WithdrawReturn("K1", "R-20001"))).Reason);
    }

    [Fact]
    public async Task It_is_withdrawn_once()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());
        await shop.RunAsync("k2", new WithdrawReturn("K1", "R-20001"));

        Assert.Equal("already_withdrawn", (await shop.RunAsync("k3", new WithdrawReturn("K1", "R-20001"))).Reason);
    }

    [Fact]
    public async Task Anothers_return_is_refused()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());

        Assert.Equal("return_unknown", (await shop.RunAsync("k2", new WithdrawReturn("K2", "R-20001"))).Reason);
    }
}

/// <inheritdoc/>
public sealed class WithdrawReturnOnSqliteTests() : WithdrawReturnTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class WithdrawReturnOnPostgreSqlTests() : WithdrawReturnTests(DatabaseKind.PostgreSQL);
