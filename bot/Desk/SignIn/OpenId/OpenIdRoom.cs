using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>Registration of the sign-in with the company's own accounts.</summary>
internal static class OpenIdRoom
{
    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddSettings<OpenIdSettings>(OpenIdSettings.Section);
        services.AddHttpClient(nameof(OpenIdProvider), client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        services.AddSingleton<OpenIdProvider>().AddSingleton<OpenIdSignIn>().AddSingleton<OpenIdSignOut>();
        services.AddAuthenticationCore(schemes =>
        {
            schemes.DefaultAuthenticateScheme = DeskAuthentication.Name;
            schemes.AddScheme<OpenIdHandler>(OpenIdHandler.Name, null);
        });
        services.AddOptions<OAuthOptions>(OpenIdHandler.Name)
            .Configure<IOptions<OpenIdSettings>, DocumentSeal, IHttpClientFactory>((options, settings, seal, clients) =>
            {
                options.CallbackPath = "/desk/sign-in/callback";
                options.SignInScheme = DeskAuthentication.Name; // never used: our own session is begun instead
                (options.ClientId, options.ClientSecret) = (settings.Value.ClientId, settings.Value.ClientSecret);
                options.UsePkce = true;
                foreach (var scope in settings.Value.Scopes.Prepend("openid")) options.Scope.Add(scope);
                options.StateDataFormat = new SealedState(seal);
                options.Backchannel = clients.CreateClient(nameof(OpenIdProvider));
                // The browser comes back from another site, by a link that it follows. Its cookie, and so the sign-in, lasts by the real clock, not by the shop's.
                options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.Events.OnTicketReceived = context => context.HttpContext.RequestServices.GetRequiredService<OpenIdSignIn>().ReceiveAsync(context);
                options.Events.OnRemoteFailure = context => context.HttpContext.RequestServices.GetRequiredService<OpenIdSignIn>().RefuseAsync(context);
            });
        return services;
    }

    public static WebApplication MapOpenId(this WebApplication app)
    {
        app.MapGet("/desk/sign-in", OpenIdSignIn.BeginAsync);
        app.MapPost("/desk/sign-in/logout", OpenIdSignIn.EndAsync);
        app.MapGet("/desk/api/session/ways", OpenIdSignIn.Ways);
        return app;
    }
}
