using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Promises;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Promised calls until somebody has made them: one agent has one, and it is kept, given back, or left to the customer.</summary>
public abstract class PromisedCallbackTests : ShopContract
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private protected PromisedCallbackTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task The_most_pressing_comes_first_with_all_that_is_needed_to_call()
    {
        await using var shop = await WithOneOrderAsync();
        await PromiseAsync(shop, "dl-1/0/4/abc", hours: 5);
        await PromiseAsync(shop, "by hand", hours: 2, customer: null);
        await shop.RunAsync("k3", new OpenCase("complaint", "느려요", TemporaryShop.Now) { CustomerId = "K1" });

        var open = await Promises(shop).OpenAsync(10, Stop);

        Assert.Equal(["C-10002", "C-10001"], open.Select(promise => promise.Number));
        Assert.Equal((null, null, null), (open[0].ConversationId, open[0].CustomerName, open[0].Owner));
        Assert.Equal(("dl-1", "01000001234", "ko", TemporaryShop.Now.AddHours(5)), (open[1].ConversationId, open[1].Phone, open[1].Language, open[1].DueAt));
        Assert.NotNull(open[1].CustomerName);
    }

    [Fact]
    public async Task Whoever_takes_one_has_it_until_it_is_kept()
    {
        await using var shop = await WithOneOrderAsync();
        await PromiseAsync(shop, "dl-1/0/4/abc", hours: 5);
        var promises = Promises(shop);

        var taken = await Task.WhenAll(promises.TakeAsync("C-10001", "jieun", 0, Stop), promises.TakeAsync("C-10001", "minho", 0, Stop));
        Assert.Single(taken, won => won);
        var (winner, other) = taken[0] ? ("jieun", "minho") : ("minho", "jieun");
        Assert.Equal(winner, (await promises.FindAsync("C-10001", Stop))?.Owner);
        Assert.Equal("in_progress", (await shop.FetchAsync(new CaseByNumber("C-10001")))?.Status);
        Assert.False(await promises.KeepAsync("C-10001", other, TemporaryShop.Now, Stop));
        Assert.False(await promises.GiveBackAsync("C-10001", other, tries: 0, isGivenUp: false, Stop));

        Assert.True(await promises.KeepAsync("C-10001", winner, TemporaryShop.Now.AddHours(1), Stop));
        Assert.Null(await promises.FindAsync("C-10001", Stop));
        await using var database = shop.CreateDbContext();
        Assert.Equal(TemporaryShop.Now.AddHours(1), (await database.Promises.SingleAsync(Stop)).KeptAt);
        Assert.Equal("resolved", (await shop.FetchAsync(new CaseByNumber("C-10001")))?.Status);
    }

    [Fact]
    public async Task What_is_given_back_is_there_for_others_unless_it_was_tried_often_enough()
    {
        await using var shop = await WithOneOrderAsync();
        await PromiseAsync(shop, "dl-1/0/4/abc", hours: 5);
        var promises = Promises(shop);
        await promises.TakeAsync("C-10001", "jieun", 0, Stop);

        Assert.True(await promises.GiveBackAsync("C-10001", "jieun", tries: 1, isGivenUp: false, Stop));
        Assert.True(await promises.TakeAsync("C-10001", "minho", 1, Stop));
        Assert.True(await promises.FindAsync("C-10001", Stop) is { TriedOtherwise: 1, CalledBefore: 1 });
        Assert.True(await promises.GiveBackAsync("C-10001", "minho", tries: 1, isGivenUp: true, Stop));

        Assert.Empty(await promises.OpenAsync(10, Stop));
        Assert.Equal("waiting_customer", (await shop.FetchAsync(new CaseByNumber("C-10001")))?.Status);
    }

    private static PromisedCallbacks Promises(TemporaryShop shop) => new(shop, shop.Calls);

    private static Task<Outcome> PromiseAsync(TemporaryShop shop, string key, int hours, string? customer = "K1") => shop.RunAsync(
        key, new OpenCase("callback", "전화 주세요", TemporaryShop.Now.AddHours(hours)) { CustomerId = customer, Phone = "01000001234", Language = SpokenLanguage.Korean });
}

/// <inheritdoc/>
public sealed class PromisedCallbackOnSqliteTests() : PromisedCallbackTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class PromisedCallbackOnPostgreSqlTests() : PromisedCallbackTests(DatabaseKind.PostgreSQL);
