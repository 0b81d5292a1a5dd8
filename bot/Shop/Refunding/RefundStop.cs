using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>Whether refunds are paid by machine; a difference in the books stops them on every node, until an operator lets them go on.</summary>
internal sealed class RefundStop(IDbContextFactory<ShopDatabase> databases, TimeProvider clock) : IHealthCheck
{
    /// <summary>Why they are stopped, or null while they are paid.</summary>
    public async Task<string?> ReasonAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.RefundControl.Where(row => row.StoppedAt != null).Select(row => row.StopReason).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Stops them; the first reason stays.</summary>
    public async Task StopAsync(string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.RefundControl.Where(row => row.StoppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.StoppedAt, now).SetProperty(row => row.StopReason, reason), cancellationToken);
    }

    /// <summary>Lets them go on.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.RefundControl.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.StoppedAt, (DateTimeOffset?)null).SetProperty(row => row.StopReason, (string?)null), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Customers are served meanwhile, so the node stays ready and says what is wrong.</remarks>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await ReasonAsync(cancellationToken) is { } reason ? HealthCheckResult.Degraded($"Refunds are stopped: {reason}") : HealthCheckResult.Healthy();
}
