using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Opening a return: once, only what may be returned, and never more money than was paid.</summary>
public abstract class OpenReturnTests : ShopContract
{
    private protected OpenReturnTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task A_return_gives_a_receipt_and_changes_the_orders_status()
    {
        await using var shop = await WithOneOrderAsync();

        var outcome = await shop.RunAsync("k1", TemporaryShop.Kettle());

        Assert.Equal(new Outcome(OutcomeKind.Done, new("R-20001", "return")), outcome);
        var order = await shop.OrderAsync();
        Assert.Equal(OrderStatuses.ReturnRequested, order.Status);
        Assert.Equal((1, 1), (order.Lines[0].Returned, order.Lines[0].Returnable));
        Assert.Equal([new LineQuantity("1", 1)], order.Returns.Single().Lines);
    }

    [Fact]
    public async Task While_goods_come_back_money_is_reserved_but_does_not_move()
    {
        await using var shop = await WithOneOrderAsync();

        await shop.RunAsync("k1", TemporaryShop.Kettle());

        var order = await shop.OrderAsync();
        Assert.Equal((0L, 39_000L), (order.Payments[0].Refunded, order.Payments[0].Reserved));
        Assert.Equal("planned", order.Returns.Single().Refunds.Single().Status);
        await using var database = shop.CreateDbContext();
        Assert.Equal(2, await database.PaymentHistory.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_day_of_pickup_books_the_courier()
    {
        await using var shop = await WithOneOrderAsync();

        var outcome = await shop.RunAsync("k1", TemporaryShop.Kettle() with { PickupOn = new DateOnly(2026, 11, 24), PickupFrom = new Address("햇살로 12", "04524") });

        Assert.Equal("700000000001", outcome.PickupNumber);
        Assert.Equal(("pickup_booked", "700000000001"), ((await shop.OrderAsync()).Returns.Single().Status, (await shop.OrderAsync()).Returns.Single().PickupNumber));
    }

    [Fact]
    public async Task Running_twice_under_one_key_does_it_once_and_answers_the_same()
    {
        await using var shop = await WithOneOrderAsync();

        var first = await shop.RunAsync("k1", TemporaryShop.Kettle());
        var second = await shop.RunAsync("k1", TemporaryShop.Kettle());

        Assert.Equal(first, second);
        Assert.Single((await shop.OrderAsync()).Returns);
    }

    [Fact]
    public async Task A_refusal_is_remembered_under_its_key()
    {
        await using var shop = await WithOneOrderAsync();

        var first = await shop.RunAsync("k1", TemporaryShop.Kettle(3));
        var second = await shop.RunAsync("k1", TemporaryShop.Kettle(3));

        Assert.Equal((OutcomeKind.Refused, "already_returned"), (first.Kind, first.Reason));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task One_key_for_two_contents_is_an_error_that_names_the_key()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());

        var error = await Assert.ThrowsAsync<EffectConflictException>(() => shop.RunAsync("k1", TemporaryShop.Kettle(2)));

        Assert.Equal("k1", error.Key);
    }

    [Fact]
    public Task Anothers_order_is_refused() => RefusesAsync(TemporaryShop.Kettle() with { CustomerId = "K2" }, "order_unknown");

    [Fact]
    public Task An_unknown_line_is_refused() => RefusesAsync(TemporaryShop.Kettle() with { Lines = [new("9", 1)] }, "line_unknown");

    [Fact]
    public Task More_than_was_bought_is_refused() => RefusesAsync(TemporaryShop.Kettle(3), "already_returned");

    [Fact]
    public Task The_same_line_twice_counts_together() => RefusesAsync(TemporaryShop.Kettle() with { Lines = [new("1", 2), new("1", 1)] }, "already_returned");

    [Fact]
    public Task No_lines_are_refused() => RefusesAsync(TemporaryShop.Kettle() with { Lines = [] }, "no_lines");

    [Fact]
    public Task A_negative_quantity_is_refused() => RefusesAsync(TemporaryShop.Kettle() with { Lines = [new("1", -1)] }, "quantity_invalid");

    [Fact]
    public Task More_money_than_was_paid_by_that_source_is_refused() =>
        RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-points", PaymentKinds.Points, 6_001) { PaymentId = "PAY-2" }] }, "refund_exceeds_paid");

    [Fact]
    public Task Parts_of_one_payment_are_counted_together() =>
        RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-card", PaymentKinds.Card, 60_000) { PaymentId = "PAY-1" }, new("K1-card", PaymentKinds.Card, 60_000) { PaymentId = "PAY-1" }] }, "refund_exceeds_paid");

    [Fact]
    public Task More_to_a_gift_card_than_the_order_cost_is_refused() =>
        RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-gift", PaymentKinds.GiftCard, 96_001)] }, "refund_exceeds_paid");

    [Fact]
    public Task More_to_a_gift_card_than_its_payment_holds_is_refused() =>
        RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-gift", PaymentKinds.GiftCard, 6_001) { PaymentId = "PAY-2" }] }, "refund_exceeds_paid");

    [Fact]
    public Task A_card_gets_back_nothing_of_what_another_method_paid() =>
        RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-card", PaymentKinds.Card, 100) { PaymentId = "PAY-2" }] }, "refund_exceeds_paid");

    [Fact]
    public Task Anothers_payment_method_is_refused() => RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K9-card", PaymentKinds.Card, 10)] }, "method_unknown");

    [Fact]
    public Task A_refund_of_nothing_is_refused() => RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-card", PaymentKinds.Card, 0)] }, "refund_invalid");

    [Fact]
    public Task A_virtual_account_needs_an_account_to_refund_to() => RefusesAsync(TemporaryShop.Kettle() with { Refunds = [new("K1-account", PaymentKinds.VirtualAccount, 100)] }, "account_missing");

    [Fact]
    public async Task An_order_that_has_not_left_is_not_returned()
    {
        await using var shop = await WithOneOrderAsync(order => order.Status = OrderStatuses.Preparing);

        Assert.Equal("order_not_returnable", (await shop.RunAsync("k1", TemporaryShop.Kettle())).Reason);
    }

    [Fact]
    public async Task A_shop_may_take_one_return_an_order_only()
    {
        await using var shop = await WithOneOrderAsync();
        shop.Policy = shop.Policy with { Returns = shop.Policy.Returns with { OncePerOrder = true } };
        await shop.RunAsync("k1", TemporaryShop.Kettle());

        Assert.Equal("already_returned", (await shop.RunAsync("k2", TemporaryShop.Kettle())).Reason);
    }

    [Fact]
    public async Task Where_a_shop_allows_it_a_second_return_takes_the_rest()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", TemporaryShop.Kettle());

        Assert.Equal("R-20002", (await shop.RunAsync("k2", TemporaryShop.Kettle())).Receipt?.Number);
    }

    [Fact]
    public async Task Of_two_who_want_the_last_unit_at_once_one_gets_it()
    {
        await using var shop = await WithOneOrderAsync(order => order.Lines[0].Returned = 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => shop.RunAsync($"k{i}", TemporaryShop.Kettle()))));

        Assert.Single(outcomes, outcome => outcome.Kind == OutcomeKind.Done);
        Assert.Equal(7, outcomes.Count(outcome => outcome.Reason == "already_returned"));
    }

    [Fact]
    public async Task One_key_run_by_many_at_once_does_it_once()
    {
        await using var shop = await WithOneOrderAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => Task.Run(() => shop.RunAsync("k1", TemporaryShop.Kettle()))));

        Assert.Single(outcomes.Distinct());
        Assert.Single((await shop.OrderAsync()).Returns);
    }

    [Fact]
    public async Task Where_goods_stay_points_are_credited_at_once()
    {
        await using var shop = await WithOneOrderAsync();

        var outcome = await shop.RunAsync("k1", TemporaryShop.Kettle() with { Lines = [new("2", 1)], KeepGoods = true, Refunds = [new("K1-points", PaymentKinds.Points, 6_000) { PaymentId = "PAY-2" }] });

        Assert.Equal(new Receipt("F-50001", "refund"), outcome.Receipt);
        var order = await shop.OrderAsync();
        Assert.Equal((6_000L, 0L), (order.Payments[1].Refunded, order.Payments[1].Reserved));
        Assert.Equal(("refunded", "done"), (order.Returns.Single().Status, order.Returns.Single().Refunds.Single().Status));
        Assert.Equal(OrderStatuses.Delivered, order.Status);
        Assert.Equal(7_000, (await shop.CustomerAsync()).PaymentMethods[1].Balance?.Minor);
    }

    [Fact]
    public async Task Where_goods_stay_a_card_waits_for_the_payment_provider()
    {
        await using var shop = await WithOneOrderAsync();

        await shop.RunAsync("k1", TemporaryShop.Kettle() with { KeepGoods = true });

        var order = await shop.OrderAsync();
        Assert.Equal(("requested", "reserved"), (order.Returns.Single().Status, order.Returns.Single().Refunds.Single().Status));
        Assert.Equal((0L, 39_000L), (order.Payments[0].Refunded, order.Payments[0].Reserved));
    }

    [Fact]
    public async Task A_cash_receipt_follows_a_refund_that_is_done()
    {
        await using var shop = await WithOneOrderAsync(null, new CashReceiptRow { Id = "G1", PaymentId = "PAY-2", Amount = 5_000, Purpose = CashReceiptPurposes.IncomeDeduction });

        await shop.RunAsync("k1", TemporaryShop.Kettle() with { KeepGoods = true, Refunds = [new("K1-points", PaymentKinds.Points, 4_000) { PaymentId = "PAY-2" }] });

        await using var database = shop.CreateDbContext();
        Assert.Equal(4_000, (await database.CashReceipts.SingleAsync(TestContext.Current.CancellationToken)).Cancelled);
    }

    [Fact]
    public async Task The_store_itself_forbids_to_refund_more_than_was_paid()
    {
        await using var shop = await WithOneOrderAsync();
        await using var database = shop.CreateDbContext();

        var error = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => database.Payments.ExecuteUpdateAsync(set => set.SetProperty(row => row.Refunded, row => row.Paid + 1), TestContext.Current.CancellationToken));

        Assert.Contains("CHECK", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private async Task RefusesAsync(OpenReturn effect, string reason)
    {
        await using var shop = await WithOneOrderAsync();
        var before = await shop.OrderAsync();

        var outcome = await shop.RunAsync("k1", effect);

        Assert.Equal((OutcomeKind.Refused, reason), (outcome.Kind, outcome.Reason));
        var after = await shop.OrderAsync();
        Assert.Equal(before.Status, after.Status);
        Assert.Equal(before.Lines.Select(line => line.Returned), after.Lines.Select(line => line.Returned));
        Assert.Equal(before.Payments, after.Payments);
        Assert.Empty(after.Returns);
    }
}

/// <inheritdoc/>
public sealed class OpenReturnOnSqliteTests() : OpenReturnTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class OpenReturnOnPostgreSqlTests() : OpenReturnTests(DatabaseKind.PostgreSQL);
