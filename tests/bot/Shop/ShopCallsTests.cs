using Microsoft.Extensions.Options;
using Polly.Timeout;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>A database that accepts and never answers keeps nobody waiting for longer than the deadline.</summary>
public sealed class ShopCallsTests
{
    private readonly ShopCalls calls = new(new SqliteEngine("Data Source=:memory:"), new ShiftedClock(), Options.Create(new DatabaseSettings { TurnDeadline = TimeSpan.FromMilliseconds(100) }));

    [Fact]
    public async Task Work_that_does_not_stop_when_it_is_told_to_is_waited_for_no_longer()
    {
        var never = new TaskCompletionSource<int>();
        var told = new TaskCompletionSource();
        await Assert.ThrowsAsync<TimeoutRejectedException>(async () => await calls.InTurn.ExecuteAsync(
            async stop =>
            {
                await using var _ = stop.Register(told.SetResult);
                return await never.Task;
            },
            TestContext.Current.CancellationToken));
        await told.Task;
    }

    [Fact]
    public async Task Work_that_is_told_to_stop_by_its_caller_ends_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var running = calls.Behind.ExecuteAsync(async stop => await Task.Delay(Timeout.InfiniteTimeSpan, stop), cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await running);
    }

    [Fact]
    public async Task What_work_answers_or_throws_in_time_comes_through()
    {
        Assert.Equal(7, await calls.InTurn.ExecuteAsync(async stop =>
        {
            await Task.Yield();
            return 7;
        }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await calls.InTurn.ExecuteAsync(async stop =>
        {
            await Task.Yield();
            throw new InvalidDataException();
        }, TestContext.Current.CancellationToken));
    }
}
