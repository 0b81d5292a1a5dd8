using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The demo shop: large and varied enough to try everything with.</summary>
public abstract class DemoShopTests : ShopContract
{
    private protected DemoShopTests(DatabaseKind kind) : base(kind)
    {
    }

    private static readonly List<IDocument> Documents = DemoShop.Write(TemporaryShop.Now);

    [Fact]
    public void It_has_at_least_sixty_products_two_hundred_customers_and_four_hundred_orders()
    {
        Assert.True(Documents.OfType<ProductRow>().Count() >= 60);
        Assert.True(Documents.OfType<CustomerRow>().Count() >= 200);
        Assert.True(Documents.OfType<OrderRow>().Count() >= 400);
    }

    [Fact]
    public void It_has_orders_in_every_state() =>
        Assert.Equal(OrderStatuses.All.Order(StringComparer.Ordinal), Documents.OfType<OrderRow>().Select(order => order.Status).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void It_was_paid_by_every_kind_of_payment() =>
        Assert.Equal(PaymentKinds.All.Order(StringComparer.Ordinal), Documents.OfType<PaymentRow>().Select(payment => payment.Kind).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(1), InlineData(5), InlineData(8), InlineData(40)]
    public void Something_arrived_so_many_days_ago(int days) => Assert.Contains(
        Documents.OfType<OrderRow>().SelectMany(order => order.Shipments), parcel => parcel.DeliveredAt is { } at && (TemporaryShop.Now.Date - at.Date).Days == days);

    [Theory]
    [InlineData(ShipmentStatuses.Delayed), InlineData(ShipmentStatuses.Lost), InlineData(ShipmentStatuses.InTransit), InlineData(ShipmentStatuses.OutForDelivery)]
    public void Some_parcel_is_in_that_state(string status) => Assert.Contains(Documents.OfType<OrderRow>().SelectMany(order => order.Shipments), parcel => parcel.Status == status);

    [Fact]
    public void Every_trait_that_the_law_asks_about_is_sold() => Assert.Equal(
        Enum.GetValues<GoodsTraits>().Aggregate((all, trait) => all | trait), Documents.OfType<ProductRow>().Aggregate(GoodsTraits.None, (all, product) => all | product.Traits));

    [Fact]
    public void Nobody_in_it_can_be_called() => Assert.All(Documents.OfType<CustomerRow>(), customer =>
    {
        Assert.StartsWith("010-0000-", customer.Phone, StringComparison.Ordinal);
        Assert.EndsWith("@example.com", customer.Email, StringComparison.Ordinal);
    });

    [Fact]
    public void What_was_paid_is_what_was_bought() => Assert.All(Documents.OfType<OrderRow>(), order =>
    {
        var payments = Documents.OfType<PaymentRow>().Where(payment => payment.OrderId == order.Id).ToList();
        if (payments.Count == 0) return;
        Assert.Equal(order.Lines.Sum(line => line.UnitPrice * line.Quantity) - order.CouponDiscount + order.ShippingFee, payments.Sum(payment => payment.Paid));
    });

    [Theory]
    [InlineData("2026-11-22T00:30:00+09:00"), InlineData("2026-11-22T11:59:00+09:00"), InlineData("2027-02-28T23:30:00+09:00")]
    public void What_has_happened_has_happened(string loadedAt)
    {
        var now = DateTimeOffset.Parse(loadedAt, System.Globalization.CultureInfo.InvariantCulture);
        var documents = DemoShop.Write(now);
        var orders = documents.OfType<OrderRow>().ToList();

        DateTimeOffset?[] happened =
        [
            .. orders.Select(order => order.PlacedAt), .. orders.SelectMany(order => order.Shipments).SelectMany(parcel => new[] { parcel.ShippedAt, parcel.DeliveredAt }),
            .. orders.SelectMany(order => order.PaymentHistory).Select(movement => movement.At),
            .. documents.OfType<ReturnRow>().SelectMany(entry => new[] { entry.RequestedAt, entry.ReceivedAt }), .. documents.OfType<RefundRow>().Select(refund => refund.DoneAt),
            .. documents.OfType<ExchangeRow>().Select(entry => (DateTimeOffset?)entry.RequestedAt), .. documents.OfType<CaseRow>().SelectMany(entry => new[] { entry.OpenedAt, entry.ResolvedAt }),
            .. documents.OfType<SatisfactionRow>().Select(entry => (DateTimeOffset?)entry.At), .. documents.OfType<PromiseRow>().Select(promise => promise.KeptAt),
        ];

        Assert.All(happened, at => Assert.True(at is null || at <= now, $"{at} is after {now}"));
    }

    [Fact]
    public void A_name_and_a_postcode_prove_one_customer() =>
        Assert.Distinct(Documents.OfType<CustomerRow>().Select(customer => SearchForms.Name(customer.Name) + customer.Addresses[0].Postcode));

    [Fact]
    public void It_is_the_same_every_time() =>
        Assert.Equal(Documents.Select(document => document.DocumentId), DemoShop.Write(TemporaryShop.Now).Select(document => document.DocumentId));

    [Fact]
    public async Task It_loads_into_an_empty_store_once()
    {
        await using var shop = await EmptyAsync();

        Assert.True((await shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken))?.Orders >= 400);
        Assert.Null(await shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_customer_of_the_tour_has_two_kettles_a_parcel_on_the_road_and_a_return()
    {
        await using var shop = await EmptyAsync();
        await shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken);

        var customer = await shop.FetchAsync(new CustomerByClaim(new(null, "01000001234", null, null, null)));
        var orders = (await shop.FetchAsync(new OrdersOf(customer!.Id)))!.Orders;

        Assert.Equal("김하늘", customer.Name);
        Assert.Equal(["블루", "화이트"], orders.Single(order => order.Lines.Length == 3).Lines.Where(line => line.Name == "무선 주전자").Select(line => line.Options["색상"]));
        Assert.Contains(orders, order => order.Shipments.Any(parcel => parcel.Status == ShipmentStatuses.InTransit));
        Assert.Contains(orders, order => order.Returns.Any(entry => entry.Status == ReturnStatuses.PickupBooked));
    }

    [Fact]
    public async Task Numbers_given_out_afterwards_are_new()
    {
        await using var shop = await EmptyAsync();
        await shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken);

        var outcome = await shop.RunAsync("k1", new Dialogs.Flow.OpenCase("complaint", "?", TemporaryShop.Now));

        await using var database = shop.CreateDbContext();
        Assert.Equal(1, await database.Cases.CountAsync(row => row.Number == outcome.Receipt!.Number, TestContext.Current.CancellationToken));
    }
}

/// <inheritdoc/>
public sealed class DemoShopOnSqliteTests() : DemoShopTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class DemoShopOnPostgreSqlTests() : DemoShopTests(DatabaseKind.PostgreSQL);
