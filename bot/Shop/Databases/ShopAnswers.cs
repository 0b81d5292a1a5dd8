using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>The shop can be read, and did not refuse what was written lately; where it did, turns go on, and their effects are tried again.</summary>
internal sealed class ShopAnswers(IDbContextFactory<ShopDatabase> databases, IDatabaseEngine engine, RefusedWrites writes) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.Counters.AnyAsync(cancellationToken);
            return writes.Reason is { } refused ? HealthCheckResult.Degraded(refused) : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (engine.Explain(fault) is { } reason)
        {
            return HealthCheckResult.Unhealthy(reason, fault);
        }
        catch (OperationCanceledException fault)
        {
            return HealthCheckResult.Unhealthy($"The shop's store on {engine.Name} does not answer in time.", fault);
        }
    }
}
