using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>The fake payment provider keeps what real ones promise of a key: one booking, one answer.</summary>
public sealed class FakePspTests
{
    [Fact]
    public async Task Fifty_clients_with_one_key_book_once_and_hear_the_same_or_that_it_is_under_way()
    {
        await using var psp = await FakePspServer.StartAsync();
        await psp.SwitchAsync(new { slowMilliseconds = 100 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => psp.RefundAsync("key", "rf-1", 1_000)));

        Assert.Single(await psp.LedgerAsync());
        Assert.Contains(answers, answer => answer.Status == 200);
        Assert.Contains(answers, answer => answer.Status == 409);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 200, 409 }));
        Assert.Single(answers.Where(answer => answer.Status == 200).Select(answer => answer.Body).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_key_with_another_amount_is_refused()
    {
        await using var psp = await FakePspServer.StartAsync();
        await psp.RefundAsync("key", "rf-1", 1_000);

        Assert.Equal(422, (await psp.RefundAsync("key", "rf-1", 2_000)).Status);

        Assert.Equal(1_000, (await psp.LedgerAsync()).Single().Amount);
    }

    [Fact]
    public async Task Another_key_for_the_same_books_twice_as_real_providers_do()
    {
        await using var psp = await FakePspServer.StartAsync();
        await psp.RefundAsync("key", "rf-1", 1_000);
        await psp.RefundAsync("other", "rf-1", 1_000);

        Assert.Equal(2, (await psp.LedgerAsync()).Count);
    }

    [Fact]
    public async Task A_failure_is_answered_again_too_and_books_nothing_more()
    {
        await using var psp = await FakePspServer.StartAsync();
        await psp.SwitchAsync(new { failAfterCommit = 1 });

        Assert.Equal((500, 500), ((await psp.RefundAsync("key", "rf-1", 1_000)).Status, (await psp.RefundAsync("key", "rf-1", 1_000)).Status));

        Assert.Single(await psp.LedgerAsync());
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        await using var psp = await FakePspServer.StartAsync();
        await psp.RefundAsync("key", "rf-1", 1_000);
        await psp.SwitchAsync(new { clockAheadSeconds = 25 * 3600 });
        await psp.RefundAsync("key", "rf-1", 1_000);

        Assert.Equal(2, (await psp.LedgerAsync()).Count);
    }

    [Fact]
    public async Task What_it_answered_it_knows_after_being_killed()
    {
        await using var psp = await FakePspServer.StartAsync();
        var before = await psp.RefundAsync("key", "rf-1", 1_000);
        await psp.KillAsync();
        await psp.RestartAsync();

        Assert.Equal(before, await psp.RefundAsync("key", "rf-1", 1_000));
        Assert.Single(await psp.LedgerAsync());
    }
}
