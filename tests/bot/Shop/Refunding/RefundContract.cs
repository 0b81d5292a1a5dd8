using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>A shop, a real payment provider and one node between them.</summary>
public abstract class RefundContract : ShopContract, IAsyncLifetime
{
    private TemporaryShop? shop;
    private FakePspServer? psp;
    private RefundNode? node;

    private protected RefundContract(DatabaseKind kind) : base(kind)
    {
    }

    private protected TemporaryShop Shop => shop ?? throw new InvalidOperationException("The test has not begun.");
    private protected FakePspServer Psp => psp ?? throw new InvalidOperationException("The test has not begun.");
    private protected RefundNode Node => node ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync()
    {
        shop = await WithOneOrderAsync();
        psp = await FakePspServer.StartAsync();
        node = new RefundNode(shop, psp);
    }

    public async ValueTask DisposeAsync()
    {
        if (node is not null) await node.DisposeAsync();
        if (psp is not null) await psp.DisposeAsync();
        if (shop is not null) await shop.DisposeAsync();
    }

    /// <summary>Refunds a cup to the card without its return, under a key.</summary>
    /// <returns>The intent's id.</returns>
    private protected async Task<string> RefundCupAsync(string key, long amount = 6_000)
    {
        var outcome = await Shop.RunAsync(key, TemporaryShop.Kettle() with
        {
            Lines = [new("2", 1)], KeepGoods = true, Refunds = [new("K1-card", PaymentKinds.Card, amount) { PaymentId = "PAY-1" }],
        });
        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        await using var database = Shop.CreateDbContext();
        return await database.Refunds.Where(row => row.Key == key + "/1").Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
    }

    private protected async Task<RefundRow> IntentAsync(string id)
    {
        await using var database = Shop.CreateDbContext();
        return await database.Refunds.AsNoTracking().SingleAsync(row => row.Id == id, TestContext.Current.CancellationToken);
    }

    private protected async Task<PaymentRow> CardAsync()
    {
        await using var database = Shop.CreateDbContext();
        return await database.Payments.AsNoTracking().SingleAsync(row => row.Id == "PAY-1", TestContext.Current.CancellationToken);
    }

    /// <summary>Rounds, with the rests between them passed over, until the intent has ended.</summary>
    private protected async Task<RefundRow> UntilEndedAsync(string id)
    {
        for (var round = 0; round < 40; round++)
        {
            await Node.RoundAsync();
            if (await IntentAsync(id) is { State: RefundStates.Done or RefundStates.Failed or RefundStates.Manual } ended) return ended;
            Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        throw new TimeoutException($"The refund is still {(await IntentAsync(id)).State} after forty rounds.");
    }
}
