using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>
/// How long the shop is waited for, and what is tried again: whole transactions, when two writers met or a connection was cut. A commit whose
/// answer was cut may have happened; so whatever runs here must find its own traces, by a key that it writes first.
/// </summary>
/// <param name="engine">The database.</param>
/// <param name="clock">What measures the waiting.</param>
/// <param name="settings">How long a turn may wait.</param>
internal sealed class ShopCalls(IDatabaseEngine engine, TimeProvider clock, IOptions<DatabaseSettings> settings)
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(30);
    // For work to end by itself, once it was told to.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    /// <summary>For what a customer waits for.</summary>
    public ResiliencePipeline InTurn { get; } = Build(engine, clock, settings.Value.TurnDeadline);

    /// <summary>For work that nobody waits for.</summary>
    public ResiliencePipeline Behind { get; } = Build(engine, clock, LongestWork);

    private static ResiliencePipeline Build(IDatabaseEngine engine, TimeProvider clock, TimeSpan longest) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddStrategy(_ => new Abandoning(longest + Moment, clock), new AbandoningOptions())
            .AddTimeout(longest)
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } fault && engine.IsPassing(fault)),
                MaxRetryAttempts = 8,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(15),
                MaxDelay = TimeSpan.FromMilliseconds(500),
            })
            .Build();
}
