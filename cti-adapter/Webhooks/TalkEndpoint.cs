using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>The caller's side of a talk with an agent: into the room, out of it, and being called back. Told late or twice, it changes nothing.</summary>
internal sealed class TalkEndpoint(CallQueue queue, AgentTalks talks, CallTurns turns, QueuePrompts prompts, VoiceEndpoint voice)
{
    /// <summary>POST /twilio/voice/bridge: the caller goes into the room.</summary>
    public async Task<IResult> BridgeAsync(HttpContext http, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (await queue.OfAsync(q, cancellationToken) is { State: QueuedCallState.Talking } talk) return new TwimlResult(prompts.CallerJoins(talk));
        return new TwimlResult(await voice.BeginAsync(request, cancellationToken));
    }

    /// <summary>POST /twilio/voice/dialed: the talk is over, or never began; the bot goes on.</summary>
    public async Task<IResult> DialedAsync(HttpContext http, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        return new TwimlResult(await queue.OfAsync(q, cancellationToken) is { } talk
            ? await turns.AfterTalkAsync(VoiceEndpoint.PartyOf(request), talk, await talks.EndAsync(talk, cancellationToken), cancellationToken)
            : await voice.BeginAsync(request, cancellationToken));
    }

    /// <summary>POST /twilio/conference: what happens in the room. The moment in which both are in it begins the recording.</summary>
    public async Task<IResult> ConferenceAsync(HttpContext http, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (await queue.OfAsync(q, cancellationToken) is not { } talk) return TypedResults.NoContent();
        await talks.ToldAsync(talk, request["StatusCallbackEvent"], request["ParticipantLabel"], request.CallSid, cancellationToken);
        if (request["StatusCallbackEvent"] == "participant-join" && request.CallSid == talk.CallSid && await talks.JoinAsync(talk, cancellationToken) is not null) await talks.RecordAsync(talk, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>POST /twilio/announcement: what is read out in the midst of a talk.</summary>
    public async Task<IResult> AnnounceAsync(string? q, CancellationToken cancellationToken) =>
        new TwimlResult(await queue.OfAsync(q, cancellationToken) is { State: QueuedCallState.Talking } talk ? prompts.Announce(await talks.LastWarningAsync(talk, cancellationToken)) : new VoiceResponse([]));

    /// <summary>POST /twilio/announcement/recording: whether the talk is being recorded now.</summary>
    public async Task<IResult> AnnounceRecordingAsync(string? q, CancellationToken cancellationToken) =>
        new TwimlResult(await queue.OfAsync(q, cancellationToken) is { State: QueuedCallState.Talking } talk ? prompts.Recording(talk) : new VoiceResponse([]));

    /// <summary>POST /twilio/callback/answered: whoever is called back has taken up the telephone, or a machine has.</summary>
    public async Task<IResult> CalledBackAsync(string? q, CancellationToken cancellationToken) =>
        new TwimlResult(await queue.OfAsync(q, cancellationToken) is { State: QueuedCallState.Talking } talk ? prompts.CallsBack(talk) : new VoiceResponse([new Hangup()]));

    /// <summary>POST /twilio/callback/accepted: they are there.</summary>
    public async Task<IResult> AcceptedAsync(string? q, CancellationToken cancellationToken) =>
        new TwimlResult(await queue.OfAsync(q, cancellationToken) is { State: QueuedCallState.Talking } talk && await talks.MeetAsync(talk, cancellationToken) ? prompts.CallerJoins(talk) : new VoiceResponse([new Hangup()]));

    /// <summary>POST /twilio/callback/status: how that call stands.</summary>
    public async Task<IResult> CallbackStatusAsync(HttpContext http, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (!CallStatuses.IsOver(request["CallStatus"]) || await queue.OfAsync(q, cancellationToken) is not { State: QueuedCallState.Talking } talk) return TypedResults.NoContent();
        if (talk.HasMet) await talks.CallerGoneAsync(talk, cancellationToken);
        else await talks.MissedAsync(talk, cancellationToken);
        return TypedResults.NoContent();
    }
}
