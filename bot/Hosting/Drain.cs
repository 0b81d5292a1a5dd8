using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// Stopping so that no customer notices: from the first moment on nothing new is begun and readiness says so; what is under way ends; sockets are
/// closed by their owners so that clients come back elsewhere. For a while reading is still answered, until load balancers have seen it.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime host, IOptions<HostSettings> settings, TimeProvider time) : IHostedLifecycleService, IHealthCheck
{
    /// <summary>By then the process has ended, whatever is still under way.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(9);

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(settings.Value.DrainSeconds ?? 0), time, cancellationToken);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsStopping ? HealthCheckResult.Unhealthy("This node stops, and takes nothing new.") : HealthCheckResult.Healthy());

    /// <summary>Refuses what would begin something, such as a turn or a socket, once the node stops: the client sends it again, and reaches another node.</summary>
    public async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsStopping || (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Upgrade.Count == 0))
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        context.Response.Headers.Connection = "close";
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsStopping => host.ApplicationStopping.IsCancellationRequested;
}
