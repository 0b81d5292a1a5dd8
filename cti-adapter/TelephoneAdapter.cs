using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter;

/// <summary>The telephone as a channel: what it registers and what it answers.</summary>
public static class TelephoneAdapter
{
    /// <summary>Needs <see cref="TwilioOptions"/>, the ports of the turns and the clock from the host.</summary>
    public static IServiceCollection AddTelephoneAdapter(this IServiceCollection services) => services
        .AddSingleton<SignatureCheck>()
        .AddSingleton<SignedByTwilio>();

    /// <summary>Everything under <c>/twilio</c>; nothing of it is answered without Twilio's signature.</summary>
    public static IEndpointRouteBuilder MapTelephoneAdapter(this IEndpointRouteBuilder app)
    {
        var twilio = app.MapGroup("/twilio").AddEndpointFilterFactory((_, next) =>
            call => call.HttpContext.RequestServices.GetRequiredService<SignedByTwilio>().InvokeAsync(call, next));
        twilio.MapPost("/voice", VoiceEndpoint.Post);
        return app;
    }
}
