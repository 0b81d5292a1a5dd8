using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Health;

/// <summary>Live conversations can be read.</summary>
internal sealed class ConversationsReadable(IContextStore store) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.ReadLogAsync("health", 0, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
