using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>A refund happens once, whatever the payment provider, the network and other dispatchers do.</summary>
public abstract class RefundOnceTests : RefundContract
{
    private protected RefundOnceTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task A_refund_is_paid_and_the_books_say_so()
    {
        var id = await RefundCupAsync("k1");

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(id)).State);

        Assert.Equal((id, 6_000L), ((await Psp.LedgerAsync()).Single().Reference, (await Psp.LedgerAsync()).Single().Amount));
        Assert.Equal((6_000L, 0L), ((await CardAsync()).Refunded, (await CardAsync()).Reserved));
        Assert.Equal(ReturnStatuses.Refunded, (await Shop.OrderAsync()).Returns.Single().Status);
    }

    [Fact]
    public async Task A_provider_that_books_and_answers_500_is_asked_and_not_paid_again()
    {
        await Psp.SwitchAsync(new { failAfterCommit = 1 });

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(await RefundCupAsync("k1"))).State);

        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task An_answer_that_was_cut_is_asked_for_and_not_paid_again()
    {
        await Psp.SwitchAsync(new { dropReply = 1 });

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(await RefundCupAsync("k1"))).State);

        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task A_provider_that_is_killed_and_comes_back_pays_once()
    {
        var id = await RefundCupAsync("k1");
        await Psp.KillAsync();
        await Node.RoundAsync();
        Assert.Equal((RefundStates.Unknown, "cut"), ((await IntentAsync(id)).State, (await IntentAsync(id)).Fault));

        await Psp.RestartAsync();

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(id)).State);
        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task What_was_paid_is_found_even_after_the_provider_forgot_its_key()
    {
        await Psp.SwitchAsync(new { dropReply = 1 });
        var id = await RefundCupAsync("k1");
        await Node.RoundAsync();
        await Psp.SwitchAsync(new { clockAheadSeconds = 25 * 3600 });
        Shop.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(id)).State);

        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task After_a_day_without_an_answer_nothing_is_sent_again_and_a_person_looks()
    {
        await Psp.KillAsync();
        var id = await RefundCupAsync("k1");
        await Node.RoundAsync();
        await Psp.RestartAsync();
        Shop.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(RefundStates.Manual, (await UntilEndedAsync(id)).State);

        Assert.Empty(await Psp.LedgerAsync());
        Assert.Equal(6_000, (await CardAsync()).Reserved);
        Assert.Equal("callback", (await Shop.FetchAsync(new CasesOf("K1")))?.Cases.Single().Kind);
    }

    [Fact]
    public async Task What_is_declined_fails_and_frees_the_money()
    {
        await Psp.SwitchAsync(new { decline = 1 });

        Assert.Equal(RefundStates.Failed, (await UntilEndedAsync(await RefundCupAsync("k1"))).State);

        Assert.Equal((0L, 0L), ((await CardAsync()).Refunded, (await CardAsync()).Reserved));
        Assert.Empty(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task A_poison_intent_is_parked_after_ten_tries_and_holds_up_nobody()
    {
        var poison = await RefundCupAsync("k1");
        var other = await RefundCupAsync("k2");
        await Psp.SwitchAsync(new { faulty = new[] { poison } });

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(other)).State);
        var parked = await UntilEndedAsync(poison);

        Assert.Equal((RefundStates.Manual, 10), (parked.State, parked.Tries));
        Assert.Equal(other, (await Psp.LedgerAsync()).Single().Reference);
    }

    [Fact]
    public async Task Three_dispatchers_at_once_pay_each_intent_once()
    {
        await Psp.SwitchAsync(new { slowMilliseconds = 20 });
        // The order has three cups and two kettles; each refund is of a few won only, so that there are many.
        await using (var database = Shop.CreateDbContext())
            await database.OrderLines.ExecuteUpdateAsync(set => set.SetProperty(row => row.Quantity, 1_000), TestContext.Current.CancellationToken);
        Shop.Policy = Shop.Policy with { Refunds = Shop.Policy.Refunds with { PerDay = null } };
        var intents = new List<string>();
        for (var i = 0; i < 30; i++) intents.Add(await RefundCupAsync($"k{i}", 100 + i));
        await using var second = new RefundNode(Shop, Psp);
        await using var third = new RefundNode(Shop, Psp);

        for (var round = 0; round < 6; round++)
        {
            await Task.WhenAll(new[] { Node, second, third }.Select(each => Task.Run(each.RoundAsync)));
            Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        foreach (var id in intents) Assert.Equal(RefundStates.Done, (await IntentAsync(id)).State);
        Assert.Equal(intents.Order(StringComparer.Ordinal), (await Psp.LedgerAsync()).Select(booked => booked.Reference).Order(StringComparer.Ordinal));
        Assert.Equal((intents.Select((_, i) => 100L + i).Sum(), 0L), ((await CardAsync()).Refunded, (await CardAsync()).Reserved));
    }

    [Fact]
    public async Task A_dispatcher_that_slept_through_its_lease_writes_nothing()
    {
        var id = await RefundCupAsync("k1");
        var outbox = Node.Get<RefundOutbox>();
        var slept = await outbox.TakeAsync(id, TestContext.Current.CancellationToken);
        Assert.Null(await outbox.TakeAsync(id, TestContext.Current.CancellationToken));
        Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        var holder = await outbox.TakeAsync(id, TestContext.Current.CancellationToken);
        Assert.NotNull(slept);
        Assert.NotNull(holder);

        await Node.Get<RefundProgress>().FailAsync(slept, "late", TestContext.Current.CancellationToken);
        await outbox.PostponeAsync(slept, "late", 1, null, TestContext.Current.CancellationToken);
        var heard = await Node.Get<RefundProgress>().HearAsync(new("re_1", id, ProviderStatuses.Succeeded, 6_000, "KRW", TemporaryShop.Now), slept, TestContext.Current.CancellationToken);

        Assert.Equal(RefundHearing.LeaseLost, heard);
        var intent = await IntentAsync(id);
        Assert.Equal((RefundStates.Reserved, holder.Fence, 0), (intent.State, intent.Fence, intent.Strikes));
    }

    [Fact]
    public async Task A_dispatcher_that_died_after_taking_it_is_followed_by_another()
    {
        var id = await RefundCupAsync("k1");
        await Node.Get<RefundOutbox>().TakeAsync(id, TestContext.Current.CancellationToken);
        await using var other = new RefundNode(Shop, Psp);

        await other.RoundAsync();
        Assert.Equal(RefundStates.Reserved, (await IntentAsync(id)).State);
        Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await other.RoundAsync();

        Assert.Equal(RefundStates.Done, (await IntentAsync(id)).State);
        Assert.Single(await Psp.LedgerAsync());
    }

    [Fact]
    public async Task The_intents_id_is_the_same_where_the_effect_has_to_run_anew()
    {
        var id = await RefundCupAsync("k1");
        await using var restored = await WithOneOrderAsync();
        await restored.RunAsync("k0", TemporaryShop.Kettle());

        await restored.RunAsync("k1", TemporaryShop.Kettle());

        await using var database = restored.CreateDbContext();
        Assert.True(await database.Refunds.AnyAsync(row => row.Id == id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_sixth_return_of_a_customer_in_a_day_waits_for_a_person()
    {
        await using (var database = Shop.CreateDbContext())
            await database.OrderLines.ExecuteUpdateAsync(set => set.SetProperty(row => row.Quantity, 1_000), TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++) await RefundCupAsync($"k{i}");

        var sixth = await IntentAsync(await RefundCupAsync("k5"));

        Assert.Equal((RefundStates.Manual, "velocity"), (sixth.State, sixth.Fault));
        Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await Node.RoundAsync();
        Assert.Equal(5, (await Psp.LedgerAsync()).Count);
    }
}

/// <inheritdoc/>
public sealed class RefundOnceOnSqliteTests() : RefundOnceTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class RefundOnceOnPostgreSqlTests() : RefundOnceTests(DatabaseKind.PostgreSQL);
