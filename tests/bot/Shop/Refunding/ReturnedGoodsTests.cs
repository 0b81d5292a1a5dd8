using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>Money for goods that come back goes out once they are back.</summary>
public abstract class ReturnedGoodsTests : RefundContract
{
    private protected ReturnedGoodsTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task Nothing_is_paid_before_the_goods_were_inspected()
    {
        await Shop.RunAsync("k1", TemporaryShop.Kettle(2));

        foreach (var status in new[] { ReturnStatuses.Collected, ReturnStatuses.Received })
        {
            Assert.Equal(status, await ReportAsync(status));
            await Node.RoundAsync();
            Assert.Empty(await Psp.LedgerAsync());
        }

        await ReportAsync(ReturnStatuses.Inspected);
        await Node.RoundAsync();

        Assert.Equal(78_000, (await Psp.LedgerAsync()).Single().Amount);
        var order = await Shop.OrderAsync();
        Assert.Equal((ReturnStatuses.Refunded, OrderStatuses.Delivered, TemporaryShop.Now), (order.Returns.Single().Status, order.Status, order.Returns.Single().ReceivedAt));
    }

    [Fact]
    public async Task A_shop_may_pay_when_the_goods_have_arrived()
    {
        Shop.Policy = Shop.Policy with { Refunds = Shop.Policy.Refunds with { AfterInspection = false } };
        await using var node = new RefundNode(Shop, Psp);
        await Shop.RunAsync("k1", TemporaryShop.Kettle());

        await ReportAsync(ReturnStatuses.Received);
        await node.RoundAsync();

        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task Points_come_back_without_the_payment_provider()
    {
        await Psp.KillAsync();
        await Shop.RunAsync("k1", TemporaryShop.Kettle() with { Refunds = [new("K1-points", PaymentKinds.Points, 6_000) { PaymentId = "PAY-2" }] });

        await ReportAsync(ReturnStatuses.Inspected);
        await Node.RoundAsync();

        Assert.Equal(7_000, (await Shop.CustomerAsync()).PaymentMethods[1].Balance?.Minor);
        Assert.Equal("done", (await Shop.OrderAsync()).Returns.Single().Refunds.Single().Status);
    }

    [Fact]
    public async Task What_is_rejected_frees_the_money_and_the_order_is_as_before()
    {
        await Shop.RunAsync("k1", TemporaryShop.Kettle());
        await ReportAsync(ReturnStatuses.Received);

        Assert.Equal(ReturnStatuses.Rejected, await ReportAsync(ReturnStatuses.Rejected));
        await Node.RoundAsync();

        Assert.Empty(await Psp.LedgerAsync());
        var order = await Shop.OrderAsync();
        Assert.Equal((OrderStatuses.Delivered, 0, 0L), (order.Status, order.Lines[0].Returned, order.Payments[0].Reserved));
    }

    [Fact]
    public async Task A_report_that_comes_late_or_again_changes_nothing()
    {
        await Shop.RunAsync("k1", TemporaryShop.Kettle());
        await ReportAsync(ReturnStatuses.Inspected);

        Assert.Equal(ReturnStatuses.Inspected, await ReportAsync(ReturnStatuses.Collected));
        Assert.Equal(ReturnStatuses.Inspected, await ReportAsync(ReturnStatuses.Inspected));
    }

    [Fact]
    public async Task What_was_withdrawn_is_never_paid()
    {
        await Shop.RunAsync("k1", TemporaryShop.Kettle());
        await Shop.RunAsync("k2", new WithdrawReturn("K1", "R-20001"));

        Assert.Equal(ReturnStatuses.Withdrawn, await ReportAsync(ReturnStatuses.Inspected));
        await Node.RoundAsync();

        Assert.Empty(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task What_the_shops_own_program_wrote_into_the_tables_counts_too()
    {
        await Shop.RunAsync("k1", TemporaryShop.Kettle());
        await using (var database = Shop.CreateDbContext())
            await database.Returns.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ReturnStatuses.Inspected), TestContext.Current.CancellationToken);

        await Node.RoundAsync();

        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task A_return_that_is_not_there_is_none() => Assert.Null(await Node.Get<ReturnedGoods>().ReportAsync("R-1", ReturnStatuses.Received, TestContext.Current.CancellationToken));

    private Task<string?> ReportAsync(string status) => Node.Get<ReturnedGoods>().ReportAsync("R-20001", status, TestContext.Current.CancellationToken);
}

/// <inheritdoc/>
public sealed class ReturnedGoodsOnSqliteTests() : ReturnedGoodsTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ReturnedGoodsOnPostgreSqlTests() : ReturnedGoodsTests(DatabaseKind.PostgreSQL);
