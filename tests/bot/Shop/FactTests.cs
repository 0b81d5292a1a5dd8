using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>What the dialogs get to see of the shop.</summary>
public abstract class FactTests : ShopContract
{
    private protected FactTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task An_order_comes_with_lines_parcels_and_payments()
    {
        await using var shop = await WithOneOrderAsync();

        var order = await shop.OrderAsync();

        Assert.Equal(["1", "2"], order.Lines.Select(line => line.Id));
        Assert.Equal("한빛택배", order.Shipments.Single().Carrier);
        Assert.Equal([90_000L, 6_000L], order.Payments.Select(payment => payment.Paid));
        Assert.Equal(TemporaryShop.Now.AddDays(-2), order.DeliveredAt);
    }

    [Fact]
    public async Task A_line_knows_other_words_for_its_product_and_its_variant()
    {
        await using var shop = await WithOneOrderAsync();

        Assert.Equal(["kettle", "파란"], (await shop.OrderAsync()).Lines[0].AlsoKnownAs);
    }

    [Fact]
    public async Task The_traits_of_the_product_and_of_the_sale_add_up()
    {
        await using var shop = await WithOneOrderAsync(order => order.Lines[1].Traits = GoodsTraits.LimitMarked);

        Assert.Equal(GoodsTraits.LosesValueByUse | GoodsTraits.LimitMarked, (await shop.OrderAsync()).Lines[1].Traits);
    }

    [Fact]
    public async Task A_customer_comes_with_balances()
    {
        await using var shop = await WithOneOrderAsync();

        var customer = await shop.CustomerAsync();

        Assert.Equal(new Money(1_000, "KRW"), customer.PaymentMethods.Single(method => method.Kind == PaymentKinds.Points).Balance);
    }

    [Fact]
    public async Task A_customer_without_orders_has_an_empty_list()
    {
        await using var shop = await WithOneOrderAsync();

        Assert.Empty((await shop.FetchAsync(new OrdersOf("K2")))!.Orders);
    }

    [Fact]
    public async Task An_unknown_customer_is_none()
    {
        await using var shop = await EmptyAsync();

        Assert.Null(await shop.FetchAsync(new CustomerById("nobody")));
    }

    [Fact]
    public async Task A_need_that_the_shop_does_not_know_is_an_error_that_names_it()
    {
        await using var shop = await EmptyAsync();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => shop.Queries.FetchAsync(new Weather(), TestContext.Current.CancellationToken));

        Assert.Contains("Weather", error.Message, StringComparison.Ordinal);
    }

    private sealed record Weather() : Need<Customer>("weather")
    {
        public override System.Text.Json.Serialization.Metadata.JsonTypeInfo<Customer> Json => ShopFactsJson.Default.Customer;
    }
}

/// <inheritdoc/>
public sealed class FactOnSqliteTests() : FactTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class FactOnPostgreSqlTests() : FactTests(DatabaseKind.PostgreSQL);
