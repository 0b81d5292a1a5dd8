using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>A shop in a real database of its own: one customer with one delivered order of two kettles and three cups, valid by default.</summary>
public sealed class TemporaryShop : IAsyncDisposable, IDbContextFactory<ShopDatabase>
{
    private readonly TemporaryDirectory folder;
    private readonly DbContextOptions<ShopDatabase> options;

    private TemporaryShop(TemporaryDirectory folder, IDatabaseEngine engine)
    {
        this.folder = folder;
        Engine = engine;
        options = (DbContextOptions<ShopDatabase>)new DbContextOptionsBuilder<ShopDatabase>().UseShop(engine).Options;
    }

    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    internal IDatabaseEngine Engine { get; }
    internal ShopPolicy Policy { get; set; } = ShopPolicy.KoreanDemo;
    // A test's machine may be busy with other tests.
    internal ShopCalls Calls => new(Engine, Clock, Options.Create(new DatabaseSettings { TurnDeadline = TimeSpan.FromMinutes(1) }));
    internal ShopImport Import => new(this, Engine);
    internal ShopExport Export => new(this, Engine);
    internal string Folder => folder.Path;
    internal ShopQueries Queries => field ??= new(this, Calls);
    internal ShopStore Store => new(this, Engine, Clock);
    internal DemoShop Demo => new(this, Engine, Clock);
    internal FixedClock Clock { get; } = new(Now);

    /// <summary>A database in which nothing is yet, not even a table.</summary>
    internal static async Task<TemporaryShop> BlankAsync(DatabaseKind kind)
    {
        var own = new TemporaryDirectory();
        try
        {
            return new(own, await TestDatabases.NewAsync(kind, own, blank: true));
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>An empty store.</summary>
    internal static async Task<TemporaryShop> EmptyAsync(DatabaseKind kind)
    {
        var own = new TemporaryDirectory();
        try
        {
            var shop = new TemporaryShop(own, await TestDatabases.NewAsync(kind, own, blank: false));
            await shop.Store.PrepareAsync(TestContext.Current.CancellationToken);
            return shop;
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>The store with its one customer.</summary>
    internal static async Task<TemporaryShop> WithOneOrderAsync(DatabaseKind kind, Action<OrderRow>? order = null, params IDocument[] more)
    {
        var shop = await EmptyAsync(kind);
        await shop.AddAsync([.. OneOrder(order), .. more]);
        return shop;
    }

    /// <summary>The documents of the one customer.</summary>
    internal static IDocument[] OneOrder(Action<OrderRow>? change = null)
    {
        var order = new OrderRow
        {
            Id = "20261118-0000001", CustomerId = "K1", Status = OrderStatuses.Delivered, Currency = "KRW", PlacedAt = Now.AddDays(-4),
            Lines =
            [
                new() { Id = "1", ProductId = "P1", VariantId = "P1-1", Name = "무선 주전자", UnitPrice = 39_000, Quantity = 2, Options = new() { ["색상"] = "블루" } },
                new() { Id = "2", ProductId = "P2", VariantId = "P2-1", Name = "머그컵", UnitPrice = 6_000, Quantity = 3 },
            ],
            Shipments = [new() { Id = "1", Status = ShipmentStatuses.Delivered, CarrierId = "hanbit", Waybills = ["600000000001"], DeliveredAt = Now.AddDays(-2), LineIds = ["1", "2"] }],
            PaymentHistory =
            [
                new() { Type = PaymentMovements.Payment, Amount = 90_000, MethodId = "K1-card" },
                new() { Type = PaymentMovements.Payment, Amount = 6_000, MethodId = "K1-points" },
            ],
        };
        change?.Invoke(order);
        return
        [
            new CarrierRow { Id = "hanbit", Name = "한빛택배", Names = new() { ["en"] = "Hanbit Parcel" }, CollectsReturns = true },
            new ProductRow { Id = "P1", Name = "무선 주전자", AlsoKnownAs = ["kettle"], Variants = [new() { Id = "P1-1", Options = new() { ["색상"] = "블루" }, AlsoKnownAs = ["파란"], Price = 39_000, Currency = "KRW", Available = true }] },
            new ProductRow { Id = "P2", Name = "머그컵", Traits = GoodsTraits.LosesValueByUse, Variants = [new() { Id = "P2-1", Price = 6_000, Currency = "KRW", Available = true }] },
            new CustomerRow
            {
                Id = "K1", Name = "김 하늘", Email = "Haneul@Example.com", Phone = "+82 10-0000-1234",
                Addresses = [new() { Line1 = "햇살로 12", Postcode = "04524" }],
                PaymentMethods =
                [
                    new() { Id = "K1-card", Kind = PaymentKinds.Card, Brand = "신한카드", LastFour = "1234" },
                    new() { Id = "K1-points", Kind = PaymentKinds.Points, Balance = 1_000, Currency = "KRW" },
                    new() { Id = "K1-gift", Kind = PaymentKinds.GiftCard, Balance = 0, Currency = "KRW" },
                    new() { Id = "K1-account", Kind = PaymentKinds.VirtualAccount },
                ],
            },
            new CustomerRow { Id = "K2", Name = "이도윤", Email = "doyun@example.com", Phone = "010-0000-2345", Addresses = [new() { Line1 = "물결로 7", Postcode = "48058" }] },
            order,
            new PaymentRow { Id = "PAY-1", OrderId = order.Id, MethodId = "K1-card", Kind = PaymentKinds.Card, Currency = "KRW", Paid = 90_000 },
            new PaymentRow { Id = "PAY-2", OrderId = order.Id, Position = 1, MethodId = "K1-points", Kind = PaymentKinds.Points, Currency = "KRW", Paid = 6_000 },
        ];
    }

    /// <summary>Writes documents as they are.</summary>
    internal async Task AddAsync(params IDocument[] documents)
    {
        await using var database = CreateDbContext();
        foreach (var document in documents) document.Prepare();
        database.AddRange(documents);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs an effect.</summary>
    internal Task<Outcome> RunAsync(string key, Effect effect) =>
        new ShopEffects(this, Calls, Policy, new(() => "700000000001")).RunAsync(key, effect, Now, TestContext.Current.CancellationToken);

    /// <summary>A return of one kettle to the card, valid by default.</summary>
    internal static OpenReturn Kettle(int quantity = 1) => new("K1", "20261118-0000001", [new("1", quantity)])
    {
        Reason = "defect",
        Refunds = [new("K1-card", PaymentKinds.Card, 39_000L * quantity) { PaymentId = "PAY-1" }],
        Rule = "C04",
    };

    /// <summary>The one order as the dialogs see it.</summary>
    internal async Task<Order> OrderAsync() => (await FetchAsync<OrderList>(new OrdersOf("K1")))?.Orders.Single() ?? throw new InvalidOperationException("K1 has no orders.");

    /// <summary>The one customer as the dialogs see it.</summary>
    internal async Task<Customer> CustomerAsync() => await FetchAsync<Customer>(new CustomerById("K1")) ?? throw new InvalidOperationException("K1 is missing.");

    /// <summary>What the shop answers to a need.</summary>
    internal async Task<T?> FetchAsync<T>(Need<T> need) where T : class => (T?)await Queries.FetchAsync(need, TestContext.Current.CancellationToken);

    ShopDatabase IDbContextFactory<ShopDatabase>.CreateDbContext() => CreateDbContext();
    internal ShopDatabase CreateDbContext() => new(options);

    public async ValueTask DisposeAsync()
    {
        await TestDatabases.ForgetAsync(Engine);
        folder.Dispose();
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private long moved;

    public override DateTimeOffset GetUtcNow() => now + TimeSpan.FromTicks(Interlocked.Read(ref moved));

    public void Advance(TimeSpan span) => Interlocked.Add(ref moved, span.Ticks);
}
