using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Relay;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter;

/// <summary>The telephone as a channel: what it registers and what it answers.</summary>
public static class TelephoneAdapter
{
    /// <summary>Needs <see cref="TwilioOptions"/>, <see cref="RestOptions"/>, <see cref="ICallerNotes"/>, <see cref="IQueuedCalls"/>, <see cref="IRecordings"/>, <see cref="IRestIntents"/>, <see cref="ITextConversations"/>, the turns, the sentences and the clock from the host; any <see cref="INotificationChannel"/> that goes before text messages is registered there too.</summary>
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
        .AddSingleton<QueuePrompts>()
        .AddSingleton<CallQueue>()
        .AddSingleton<AgentTalks>()
        .AddSingleton<RecordingPauses>()
        .AddSingleton<IAgentTelephones, ConfiguredTelephone>()
        .AddSingleton<IAgentCalls, AgentCalls>()
        .AddSingleton<IBrowserTelephones, BrowserTelephones>()
        .AddSingleton<IRecordedSound, RecordedSound>()
        .AddSingleton<IDeskAgents, NoDesk>()
        .AddSingleton<EarlyAgents>()
        .AddSingleton<AgentDialer>()
        .AddHostedService(all => all.GetRequiredService<AgentDialer>())
        .AddRest()
        .AddSingleton<TextMessages>().AddSingleton<ITextSender>(all => all.GetRequiredService<TextMessages>())
        .AddSingleton<INotifications, Notifier>()
        .AddSingleton<QueueWait>()
        .AddSingleton<TalkEndpoint>()
        .AddSingleton<AgentEndpoint>()
        .AddSingleton<RecordingEndpoint>()
        .AddSingleton<RelayDocument>()
        .AddSingleton<RelayEndpoint>()
        .AddSingleton<VoiceEndpoint>()
        .AddSingleton<PartialResults>()
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
        twilio.MapPost("/voice/partial", (HttpContext http, string? s, PartialResults partial) => partial.Post(http, s));
        twilio.MapPost("/voice/wait", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.WaitAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/again", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.AgainAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/hold", (HttpContext http, string? s, GatherAction gather, CancellationToken cancellationToken) => gather.HoldAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/queue", (HttpContext http, string? s, QueueWait wait, CancellationToken cancellationToken) => wait.WaitAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/queue/callback", (HttpContext http, string? s, QueueWait wait, CancellationToken cancellationToken) => wait.CallbackAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/queued", (HttpContext http, string? s, QueueWait wait, CancellationToken cancellationToken) => wait.LeftAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/voicemail", (HttpContext http, string? s, RecordingEndpoint recording, CancellationToken cancellationToken) => recording.VoicemailAsync(http, s, cancellationToken));
        twilio.MapPost("/voice/bridge", (HttpContext http, string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.BridgeAsync(http, q, cancellationToken));
        twilio.MapPost("/voice/dialed", (HttpContext http, string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.DialedAsync(http, q, cancellationToken));
        twilio.MapPost("/callback/answered", (string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.CalledBackAsync(q, cancellationToken));
        twilio.MapPost("/callback/accepted", (string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.AcceptedAsync(q, cancellationToken));
        twilio.MapPost("/callback/status", (HttpContext http, string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.CallbackStatusAsync(http, q, cancellationToken));
        twilio.MapPost("/conference", (HttpContext http, string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.ConferenceAsync(http, q, cancellationToken));
        twilio.MapPost("/announcement", (string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.AnnounceAsync(q, cancellationToken));
        twilio.MapPost("/announcement/recording", (string? q, TalkEndpoint talk, CancellationToken cancellationToken) => talk.AnnounceRecordingAsync(q, cancellationToken));
        twilio.MapPost("/recording", (HttpContext http, string? s, string? q, RecordingEndpoint recording, CancellationToken cancellationToken) => recording.StatusAsync(http, s, q, cancellationToken));
        twilio.MapPost("/agent/answered", (string? q, AgentEndpoint agent, CancellationToken cancellationToken) => agent.AnsweredAsync(q, cancellationToken));
        twilio.MapPost("/agent/taken", (HttpContext http, string? q, AgentEndpoint agent, CancellationToken cancellationToken) => agent.TakenAsync(http, q, cancellationToken));
        twilio.MapPost("/agent/left", AgentEndpoint.Left);
        twilio.MapPost("/agent/status", (HttpContext http, string? q, AgentEndpoint agent, CancellationToken cancellationToken) => agent.StatusAsync(http, q, cancellationToken));
        twilio.MapGet("/relay", (HttpContext http, RelayEndpoint relay) => relay.ConnectAsync(http));
        twilio.MapPost("/relay/ended", (HttpContext http, string? s, RelayEndpoint relay, CancellationToken cancellationToken) => relay.EndedAsync(http, s, cancellationToken));
        twilio.MapPost("/fallback", (HttpContext http, FallbackEndpoint fallback) => fallback.Post(http));
        twilio.MapPost("/sms", (HttpContext http, SmsEndpoint sms, CancellationToken cancellationToken) => sms.PostAsync(http, cancellationToken));
        twilio.MapPost("/status", (HttpContext http, StatusCallback status, CancellationToken cancellationToken) => status.PostAsync(http, cancellationToken));
        return app;
    }
}
