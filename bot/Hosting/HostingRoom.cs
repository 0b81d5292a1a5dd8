using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Hosting;

/// <summary>What every room stands on: settings, clock, the data directory, limits, errors and logs.</summary>
internal static class HostingRoom
{
    /// <summary>No room takes a larger body; those that take less say so on their endpoints.</summary>
    public const long LargestBody = 16 * 1024 * 1024;

    /// <summary>What holds where nothing is configured, wherever the program is started.</summary>
    private static readonly KeyValuePair<string, string?>[] Defaults =
    [
        new("Urls", "http://localhost:5080"),
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft", "Warning"),
    ];

    /// <summary>Registers what every room stands on.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Services
            .AddSettings<HostSettings>("")
            .AddSettings<ClockSettings>("Shop")
            .AddSingleton(provider => Clock(provider.GetRequiredService<IOptions<ClockSettings>>().Value, builder))
            .AddSingleton(provider => DataDirectory.Hold(provider.GetRequiredService<IOptions<HostSettings>>().Value.DataDirectory))
            .AddSingleton<Drain>()
            .AddHostedService(provider => provider.GetRequiredService<Drain>())
            .Configure<HostOptions>(host => host.ShutdownTimeout = Drain.Longest)
            .AddProblemDetails(problems => problems.CustomizeProblemDetails = Explain)
            .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
            .Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = LargestBody;
                kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
                kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            });
        var startFaults = new StartFaults();
        builder.Services.AddSingleton(startFaults);
        builder.Logging
            .AddFilter(RequestLog.FrameworkCategory, LogLevel.Warning)
            .AddFilter<ConsoleLoggerProvider>(RequestLog.FrameworkCategory, LogLevel.Warning)
            .AddFilter(StartFaults.FrameworkCategory, startFaults.IsLogged);
        return builder;
    }

    // Where everybody may try the shop, everybody may try its hours too.
    private static TimeProvider Clock(ClockSettings settings, WebApplicationBuilder builder) =>
        Demonstration.IsOffered(builder.Environment, builder.Configuration) ? new LeapingClock(settings.Choose()) : settings.Choose();

    /// <summary>Builds the program, and refuses where a setting is wrong.</summary>
    /// <exception cref="SettingsRefusedException">At least one setting is wrong.</exception>
    public static WebApplication BuildChecked(this WebApplicationBuilder builder)
    {
        builder.Services.CheckSettings(builder.Configuration);
        var app = builder.Build();
        app.Services.GetRequiredService<ShopPolicy>();
        app.Services.GetRequiredService<SentenceBooks>();
        return app;
    }

    /// <summary>Checks what only matters to those who serve, and opens what lies in the data directory.</summary>
    /// <exception cref="SettingsRefusedException">At least one setting is wrong.</exception>
    /// <exception cref="StartRefusedException">The data directory cannot be used.</exception>
    public static WebApplication ReadyToServe(this WebApplication app)
    {
        app.Services.CheckSettings();
        app.Services.GetRequiredService<DataDirectory>();
        app.Services.GetRequiredService<IContextStore>();
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartFaults>().Started);
        return app;
    }

    /// <summary>What every answer passes through.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.Use(next => context => app.Services.GetRequiredService<Drain>().RefuseAsync(context, next));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // What a client sent wrongly is answered, and is no fault of ours to be logged.
            SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException,
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        // The Bot Framework's and Direct Line's own protocols say what their errors look like.
        app.UseWhen(context => !IsProtocol(context.Request.Path), pages => pages.UseStatusCodePages());
        return app;
    }

    private static void Explain(ProblemDetailsContext problem)
    {
        if (problem.Exception is BadHttpRequestException { InnerException: System.Text.Json.JsonException json }) problem.ProblemDetails.Detail = $"The body is not what was expected at '{json.Path}'.";
        else if (problem.Exception is BadHttpRequestException bad) problem.ProblemDetails.Detail = bad.Message;
    }

    private static bool IsProtocol(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/v3", StringComparison.OrdinalIgnoreCase);
}
