using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter;

/// <summary>The telephone as a channel: what it registers and what it answers.</summary>
public static class TelephoneAdapter
{
    /// <summary>Needs <see cref="TwilioOptions"/>, <see cref="ICallerNotes"/>, the turns, the sentences and the clock from the host.</summary>
    public static IServiceCollection AddTelephoneAdapter(this IServiceCollection services) => services
        .AddSingleton<SignatureCheck>()
        .AddSingleton<SignedByTwilio>()
        .AddSingleton<CallAddresses>()
        .AddSingleton(all => new CallConversations(all.GetRequiredService<CallAddresses>()))
        .AddSingleton<CallerKey>()
        .AddSingleton<IncomingCalls>()
        .AddSingleton<CallTurns>()
        .AddSingleton<Voices>()
        .AddSingleton<Prompts>()
        .AddSingleton<VoiceEndpoint>()
        .AddSingleton<GatherAction>()
        .AddSingleton<FallbackEndpoint>()
        .AddSingleton<SmsEndpoint>()
        .AddSingleton<StatusCallback>();

    /// <summary>Everything under <c>/twilio</c>; nothing of it is answered without Twilio's signature.</summary>
    public static IEndpointRouteBuilder MapTelephoneAdapter(this IEndpointRouteBuilder app)
    {
        var twilio = app.MapGroup("/twilio").AddEndpointFilterFactory((_, next) =>
            call => call.HttpContext.RequestServices.GetRequiredService<SignedByTwilio>().InvokeAsync(call, next));
        twilio.MapPost("/voice", (HttpContext http, VoiceEndpoint voice, CancellationToken cancellationToken) => voice.PostAsync(http, cancellationToken));
        twilio.MapPost("/voice/answer", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.PostAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/wait", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.WaitAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/again", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.AgainAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/hold", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.HoldAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/dialed", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.DialedAsync(http, s, cancellationToken));
        twilio.MapPost("/fallback", (HttpContext http, FallbackEndpoint fallback) => fallback.Post(http));
        twilio.MapPost("/sms", (HttpContext http, SmsEndpoint sms, CancellationToken cancellationToken) => sms.PostAsync(http, cancellationToken));
        twilio.MapPost("/status", (HttpContext http, StatusCallback status, CancellationToken cancellationToken) => status.PostAsync(http, cancellationToken));
        return app;
    }
}
