using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.DirectLine.Passes;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Registration of the Direct Line 3.0 server.</summary>
internal static class DirectLineRoom
{
    private const string Cors = "DirectLine";

    /// <summary>Needs <see cref="TimeProvider"/>, <see cref="DataDirectory"/>, the room of the nodes and the ports of the turns from elsewhere.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DirectLineOptions>(DirectLineOptions.Section).AddOptions<DirectLineOptions>()
            .PostConfigure((DirectLineOptions options, IHostEnvironment host) =>
            {
                options.AllowWithoutOrigin ??= host.IsDevelopment();
                options.StartsPerMinute ??= host.IsDevelopment() ? 10_000 : 60;
                options.MessagesPerMinute ??= host.IsDevelopment() ? 10_000 : 60;
            });
        services.AddExpectations(configuration);
        services.AddPhotos();
        // Any origin may ask: a token carries its origins, and nothing under /v3/directline hangs on a cookie.
        services.AddCors(cors => cors.AddPolicy(Cors, policy => policy
            .SetIsOriginAllowed(_ => true).AllowCredentials().AllowAnyHeader().WithMethods("GET", "POST")
            .WithExposedHeaders("Retry-After").SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.AddSingleton<ITokenRing>(all => all.GetService<RedisLink>() is { } redis ? new RedisTokenRing(redis) : new FileTokenRing(all.GetRequiredService<DataDirectory>().Path));
        services.AddSingleton<TokenKeys>();
        services.AddHostedService(all => all.GetRequiredService<TokenKeys>());
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<Limits>();
        services.AddSingleton<LogActivities>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<OpenStreams>();
        services.AddHostedService(all => all.GetRequiredService<OpenStreams>());
        services.AddSingleton<Conversations>();
        services.AddSingleton<IPasses>(all => all.GetService<RedisLink>() is { } redis ? new RedisPasses(redis) : new EmbeddedPasses());
        services.AddSingleton<IShowsTyping, StreamTyping>();
        return services;
    }

    /// <summary>Lets customers of other channels go on at the page; needs the shop's effects and the telephone's notifications.</summary>
    public static IServiceCollection AddPasses(this IServiceCollection services) => services.InFrontOf<IEffects, PassEffects>();

    public static WebApplication MapDirectLine(this WebApplication app)
    {
        // Addresses that clients are given, and limits by address, are those of the outside; believed only from a proxy on this machine.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
        app.UseCors();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }); // Direct Line has keepalives of its own
        var line = app.MapGroup("/v3/directline").RequireCors(Cors);
        line.MapPost("/tokens/generate", TokenEndpoints.GenerateAsync).AddEndpointFilter(Start);
        line.MapPost("/tokens/refresh", TokenEndpoints.RefreshAsync);
        line.MapPost("/conversations", ConversationEndpoints.StartAsync).AddEndpointFilter(Start);
        line.MapGet("/conversations/{id}", ConversationEndpoints.ReconnectAsync);
        line.MapGet("/conversations/{id}/activities", ActivityEndpoints.GetAsync);
        line.MapPost("/conversations/{id}/activities", ActivityEndpoints.PostAsync).AddEndpointFilter(Say);
        line.MapPost("/conversations/{id}/upload", UploadEndpoint.PostAsync).AddEndpointFilter(Say);
        line.MapGet("/conversations/{id}/stream", StreamEndpoint.GetAsync);
        line.MapGet("/attachments/{id}", PhotoEndpoint.GetAsync);
        line.MapGet("/session/getsessionid", ConversationEndpoints.SessionAsync);
        app.MapPost("/chat/token", PageEndpoint.PostAsync).AddEndpointFilter(Start);
        app.MapPost("/chat/pass", PassEndpoint.PostAsync).AddEndpointFilter(Redeem);
        return app;
    }

    private static ValueTask<object?> Start(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.RequestServices.GetRequiredService<Limits>().StartAsync(call, next);

    private static ValueTask<object?> Redeem(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.RequestServices.GetRequiredService<Limits>().RedeemAsync(call, next);

    private static ValueTask<object?> Say(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.RequestServices.GetRequiredService<Limits>().SayAsync(call, next);
}
