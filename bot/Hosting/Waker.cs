using System.Collections.Concurrent;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// Every second, resumes the conversations whose wake is due, and those that committed an effect and never heard its outcome. What fails is tried
/// again, ever more rarely, and holds up nobody else.
/// </summary>
internal sealed partial class Waker(IContextStore store, ITurns turns, TimeProvider time, ILogger<Waker> logger) : BackgroundService
{
    private const int Most = 1_000;
    private const int AtOnce = 4;
    // A turn waits for its effect about this long; one that is older was left behind by a process that died.
    private static readonly TimeSpan LongestEffect = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Rest> resting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, time);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    /// <summary>One round: everything that is due by now, except what rests after a failure.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await store.DueAsync(time.GetUtcNow(), time.GetUtcNow() - LongestEffect, Most, cancellationToken);
            await Parallel.ForEachAsync(
                due.Where(IsRested), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, ResumeAsync);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.RoundFailed(logger, fault);
        }
    }

    private async ValueTask ResumeAsync(string conversationId, CancellationToken cancellationToken)
    {
        try
        {
            await turns.ResumeAsync(conversationId, time.GetUtcNow(), cancellationToken);
            resting.TryRemove(conversationId, out _);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.ResumeFailed(logger, fault, conversationId);
            RestFor(conversationId);
        }
    }

    private bool IsRested(string conversationId) => !resting.TryGetValue(conversationId, out var rest) || rest.Until <= time.GetUtcNow();

    private void RestFor(string conversationId) => resting.AddOrUpdate(
        conversationId,
        _ => new Rest(Round, time.GetUtcNow() + Round),
        (_, last) =>
        {
            var longer = last.Length * 2 > LongestRest ? LongestRest : last.Length * 2;
            return new Rest(longer, time.GetUtcNow() + longer);
        });

    private sealed record Rest(TimeSpan Length, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Looking for conversations that are due failed; it is tried again in a second.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "Resuming conversation {Conversation} failed; it is tried again later.")]
        public static partial void ResumeFailed(ILogger logger, Exception fault, string conversation);
    }
}
