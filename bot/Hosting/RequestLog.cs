using Microsoft.AspNetCore.Routing;

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// Logs requests by their route, never by their address: query strings hold tokens, and paths hold conversations. The framework's own request
/// log writes whole addresses and is therefore off.
/// </summary>
internal static partial class RequestLog
{
    /// <summary>The framework's log of whole addresses.</summary>
    public const string FrameworkCategory = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Logs each answer with its route, status and duration: failures as warnings, the rest for debugging.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("ServiceBot.Requests");
        var time = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use(async (context, next) =>
        {
            var began = time.GetTimestamp();
            await next(context);
            var level = context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogLevel.Warning : LogLevel.Debug;
            if (logger.IsEnabled(level))
                Log.Answered(
                    logger, level, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)",
                    context.Response.StatusCode, (long)time.GetElapsedTime(began).TotalMilliseconds);
        });
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Message = "{Method} {Route} answered {Status} in {Milliseconds} ms.")]
        public static partial void Answered(ILogger logger, LogLevel level, string method, string route, int status, long milliseconds);
    }
}
