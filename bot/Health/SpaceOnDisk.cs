using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Health;

/// <summary>The disk of the data directory has room for turns to be committed.</summary>
internal sealed class SpaceOnDisk(DataDirectory directory) : IHealthCheck
{
    /// <summary>Less than this, and a night's conversations may not fit.</summary>
    public const long Least = 16 * 1024 * 1024;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(directory.Path).AvailableFreeSpace;
        return Task.FromResult(free >= Least ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Create(
            CultureInfo.InvariantCulture, $"DataDirectory '{directory.Path}' has {free / 1024} KB left, and needs {Least / 1024} KB.")));
    }
}
