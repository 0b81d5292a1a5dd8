using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>The provider's books and ours are compared; where they differ, no money moves until an operator says so.</summary>
public abstract class ReconciliationTests : RefundContract
{
    private protected ReconciliationTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task Books_that_agree_let_refunds_go_on()
    {
        await UntilEndedAsync(await RefundCupAsync("k1"));

        Assert.Empty(await ReconcileAsync());

        Assert.Null(await StopReasonAsync());
    }

    [Fact]
    public async Task What_was_booked_without_an_intent_stops_every_refund_until_an_operator_resumes()
    {
        await Psp.BookAsync("somebody-elses", 5_000);

        Assert.Contains("has no intent", Assert.Single(await ReconcileAsync()), StringComparison.Ordinal);

        var id = await RefundCupAsync("k1");
        await using var other = new RefundNode(Shop, Psp);
        await other.RoundAsync();
        Assert.Equal(RefundStates.Reserved, (await IntentAsync(id)).State);
        Assert.Equal(HealthStatus.Degraded, (await Node.Get<RefundStop>().CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status);

        await Node.Get<RefundStop>().ResumeAsync(TestContext.Current.CancellationToken);
        await other.RoundAsync();
        Assert.Equal(RefundStates.Done, (await IntentAsync(id)).State);
    }

    [Fact]
    public async Task One_intent_booked_twice_is_a_difference()
    {
        var id = await RefundCupAsync("k1");
        await UntilEndedAsync(id);
        await Psp.BookAsync(id, 6_000);

        Assert.Contains($"{id} is booked 2 times", Assert.Single(await ReconcileAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_amount_is_a_difference()
    {
        var id = await RefundCupAsync("k1");
        await Psp.BookAsync(id, 60_000);

        Assert.Contains("the intent contradicts", Assert.Single(await ReconcileAsync()), StringComparison.Ordinal);
        Assert.Equal((RefundStates.Manual, "amount_differs"), ((await IntentAsync(id)).State, (await IntentAsync(id)).Fault));
    }

    [Fact]
    public async Task A_refund_of_ours_that_the_provider_does_not_know_is_a_difference()
    {
        var id = await RefundCupAsync("k1");
        await Node.Get<RefundProgress>().HearAsync(new("re_x", id, "succeeded", 6_000, "KRW", TemporaryShop.Now), null, TestContext.Current.CancellationToken);

        Assert.Contains($"{id} is done, but the provider has not booked it", Assert.Single(await ReconcileAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_that_was_never_to_move_is_a_difference()
    {
        await Shop.RunAsync("k1", TemporaryShop.Kettle());
        var planned = Bot.Shop.Effects.RefundLedger.IdOf("k1/1");
        await Psp.BookAsync(planned, 39_000);

        Assert.Single(await ReconcileAsync());
        Assert.Equal(RefundStates.Planned, (await IntentAsync(planned)).State);
    }

    [Fact]
    public async Task What_a_person_was_to_find_out_is_known_from_the_ledger()
    {
        var id = await RefundCupAsync("k1");
        await Node.Get<RefundProgress>().ParkAsync(id, "doubt", null, TestContext.Current.CancellationToken);
        await Psp.BookAsync(id, 6_000);

        Assert.Empty(await ReconcileAsync());

        Assert.Equal(RefundStates.Done, (await IntentAsync(id)).State);
    }

    [Fact]
    public async Task It_runs_once_an_hour_on_one_node()
    {
        await Psp.BookAsync("somebody-elses", 5_000);
        await using var other = new RefundNode(Shop, Psp);
        await Node.RoundAsync();
        await Node.Get<RefundStop>().ResumeAsync(TestContext.Current.CancellationToken);

        await other.RoundAsync();
        Assert.Null(await StopReasonAsync());
        Shop.Clock.Advance(TimeSpan.FromMinutes(61));
        await other.RoundAsync();

        Assert.NotNull(await StopReasonAsync());
    }

    [Fact]
    public async Task A_provider_that_is_away_is_asked_again_within_minutes()
    {
        await Psp.BookAsync("somebody-elses", 5_000);
        await Psp.KillAsync();
        await Node.RoundAsync();
        await Psp.RestartAsync();

        Shop.Clock.Advance(TimeSpan.FromMinutes(6));
        await Node.RoundAsync();

        Assert.NotNull(await StopReasonAsync());
    }

    [Fact]
    public async Task An_operator_sends_again_only_what_the_provider_never_booked()
    {
        var (booked, lost) = (await RefundCupAsync("k1"), await RefundCupAsync("k2"));
        foreach (var id in new[] { booked, lost }) await Node.Get<RefundProgress>().ParkAsync(id, "doubt", null, TestContext.Current.CancellationToken);
        await Psp.BookAsync(booked, 6_000);

        var desk = Node.Get<RefundDesk>();
        Assert.Contains("The provider has it", await desk.AgainAsync(booked, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("is sent again", await desk.AgainAsync(lost, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Node.RoundAsync();

        Assert.Equal((RefundStates.Done, RefundStates.Done), ((await IntentAsync(booked)).State, (await IntentAsync(lost)).State));
        Assert.Equal([booked, lost], (await Psp.LedgerAsync()).Select(booking => booking.Reference));
    }

    [Theory]
    [InlineData(true, RefundStates.Done, 6_000, 0)]
    [InlineData(false, RefundStates.Failed, 0, 0)]
    public async Task What_a_person_found_out_is_written_down(bool isPaid, string state, long refunded, long reserved)
    {
        var id = await RefundCupAsync("k1");
        await Node.Get<RefundProgress>().ParkAsync(id, "doubt", null, TestContext.Current.CancellationToken);

        await Node.Get<RefundDesk>().SettleAsync(id, isPaid, TestContext.Current.CancellationToken);

        Assert.Equal((state, refunded, reserved), ((await IntentAsync(id)).State, (await CardAsync()).Refunded, (await CardAsync()).Reserved));
    }

    private Task<IReadOnlyList<string>> ReconcileAsync() => Node.Get<Reconciliation>().RunAsync(TestContext.Current.CancellationToken);

    private Task<string?> StopReasonAsync() => Node.Get<RefundStop>().ReasonAsync(TestContext.Current.CancellationToken);
}

/// <inheritdoc/>
public sealed class ReconciliationOnSqliteTests() : ReconciliationTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ReconciliationOnPostgreSqlTests() : ReconciliationTests(DatabaseKind.PostgreSQL);
