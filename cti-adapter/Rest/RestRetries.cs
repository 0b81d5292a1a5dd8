using Polly;
using Polly.Retry;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>When and how often something is asked again.</summary>
internal static class RestRetries
{
    /// <summary>Three more times after half a second, a second and two, each with chance in it; where the company names a pause, that one, up to ten seconds.</summary>
    public static RetryStrategyOptions<HttpResponseMessage> Options { get; } = new()
    {
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromSeconds(0.5),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
        {
            { Exception: HttpRequestException or Polly.Timeout.TimeoutRejectedException } => true,
            { Result: { } answer } => (int)answer.StatusCode is 429 or >= 500,
            _ => false,
        }),
        DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.Headers.RetryAfter?.Delta is { } told ? TimeSpan.FromTicks(Math.Min(told.Ticks, Longest.Ticks)) : (TimeSpan?)null),
        OnRetry = attempt =>
        {
            attempt.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private static TimeSpan Longest => TimeSpan.FromSeconds(10);
}
