using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Simulator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>
/// The telephone that anybody can try: what the page <c>/phone</c> asks of this server. It plays the telephone company over the same signed
/// webhooks as the real one. Whoever reaches it may call as anybody and move the clock, so it is part of the <see cref="Hosting.Demonstration"/>.
/// </summary>
internal static class PhonePage
{
    /// <summary>The shop's number in the demonstration, as the page shows it.</summary>
    public const string Shop = "+8215880000";

    private const string Rest = "/phone/rest";

    /// <summary>Registers the telephone company on this machine, which shows the turn behind each answer where there is a <see cref="LookBehind"/>; it is only asked where <see cref="Hosting.Demonstration"/> is offered.</summary>
    public static IServiceCollection AddPhonePage(this IServiceCollection services) => services
        .AddSingleton(provider => new RestSide(provider.GetRequiredService<PhoneNetwork>, EspeakVoice.ReadAsync))
        .AddSingleton(provider => new PhoneNetwork(Client(), Account(provider), provider.GetRequiredService<TimeProvider>(), provider.GetService<LookBehind>()));

    /// <summary>Serves <c>/phone/api</c>.</summary>
    public static IEndpointRouteBuilder MapPhonePage(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/phone/api");
        api.MapGet("/clock", ClockEndpoints.Get);
        api.MapPost("/clock", ClockEndpoints.Leap);
        api.MapPost("/calls", CallEndpoints.Place);
        api.MapPost("/calls/{sid}/ring", CallEndpoints.Ring);
        api.MapPost("/calls/{sid}/acts", CallEndpoints.Act);
        api.MapPost("/calls/{sid}/redelivery", CallEndpoints.Redeliver);
        api.MapGet("/calls/{sid}/events", CallEndpoints.Events);
        api.MapGet("/calls/{sid}/recordings/{recording}", RecordingEndpoint.Get);
        api.MapGet("/outside", OutsideEndpoints.Events);
        api.MapPost("/texts", OutsideEndpoints.Write);
        app.ServiceProvider.GetRequiredService<RestSide>().Map(app, Rest);
        return app;
    }

    /// <summary>Where the company's REST interface is, on this machine.</summary>
    public static string RestBaseUrl(IServiceProvider provider) => Account(provider).RestBaseUrl;

    private static SimulatedAccount Account(IServiceProvider provider)
    {
        var twilio = provider.GetRequiredService<IOptions<TwilioOptions>>().Value;
        var rest = provider.GetRequiredService<IOptions<RestOptions>>().Value;
        var address = twilio.PublicBaseUrl is { Length: > 0 } known ? new Uri(known + "/") : OwnAddress.Of(provider.GetRequiredService<IServer>());
        return new SimulatedAccount(twilio.AccountSid, twilio.AuthTokens[0], address, $"{address}{Rest[1..]}") { ApiKey = rest.ApiKeySid.Length > 0 ? $"{rest.ApiKeySid}:{rest.ApiKeySecret}" : null };
    }

    private static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
}
