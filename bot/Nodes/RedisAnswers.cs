using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServiceBot.Bot.Nodes;

/// <summary>Redis answers and takes writes; told from the last beat of the pulse, so that the question costs nothing.</summary>
internal sealed class RedisAnswers(RedisPulse pulse) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy());
}
