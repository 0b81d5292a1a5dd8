using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Health;

/// <summary>Whether the process lives, and whether it can take turns now.</summary>
internal static class HealthRoom
{
    /// <summary>Registers what must hold before turns are taken; rooms add their own checks to it.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<ConversationsReadable>("context")
            .AddCheck<SpaceOnDisk>("disk")
            .AddCheck<Drain>("stopping");
        return services;
    }

    /// <summary>Answers <c>/health/live</c> with 200 while the process runs, and <c>/health/ready</c> with 503 and the reasons while it cannot take turns.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Liveness("live")));
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync, AllowCachingResponses = false });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Readiness(
            report.Status == HealthStatus.Unhealthy ? "not ready" : "ready",
            report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).ToDictionary(
                entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Exception?.Message ?? "does not answer", StringComparer.Ordinal)),
        context.RequestAborted);
}

/// <summary>The answer of <c>/health/live</c>.</summary>
internal sealed record Liveness(string Status);

/// <summary>The answer of <c>/health/ready</c>.</summary>
/// <param name="Status">ready, or not ready.</param>
/// <param name="Reasons">What is wrong, by what it is wrong with; what is told while ready does not keep turns from being taken.</param>
internal sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Reasons);
