using System.Globalization;
using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>What was recorded: messages that callers leave, and talks. Told late, twice or out of order, it is kept once.</summary>
internal sealed class RecordingEndpoint(CallAddresses addresses, IQueuedCalls calls, CallQueue queue, CallTurns turns, QueuePrompts prompts, IRecordings recordings, VoiceEndpoint voice, TimeProvider clock)
{
    /// <summary>POST /twilio/voice/voicemail: a caller has left a message, or said nothing.</summary>
    public async Task<IResult> VoicemailAsync(HttpContext http, string? s, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (addresses.Open(request.CallSid, s ?? "") is not { } state) return new TwimlResult(await voice.BeginAsync(request, cancellationToken));
        if (request["RecordingSid"] is { Length: > 0 } sid) await KeepAsync(request, sid, state.Conversation, RecordingKinds.Voicemail, cancellationToken);
        var call = VoiceEndpoint.PartyOf(request);
        if (state.Recording != QueueExits.Voicemail) return new TwimlResult(await turns.TakeAsync(call, state, new Started(), cancellationToken));
        if (await queue.KeepPlaceAsync(call.CallSid, cancellationToken) is not null) return new TwimlResult(prompts.Promise(state));
        // Nobody could call back: the bot goes on.
        await queue.EndAsync(call.CallSid, cancellationToken);
        return new TwimlResult(await turns.TakeAsync(call, state, new Pressed { Option = 0 }, cancellationToken));
    }

    /// <summary>POST /twilio/recording: how a recording stands.</summary>
    public async Task<IResult> StatusAsync(HttpContext http, string? s, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        var talk = addresses.OpenQueued(q ?? "") is var (id, _) ? await calls.FindAsync(id, cancellationToken) : null;
        var conversation = talk?.Conversation ?? addresses.Open(request.CallSid, s ?? "")?.Conversation;
        if (conversation is not null && request["RecordingSid"] is { Length: > 0 } sid)
            await KeepAsync(request, sid, conversation, talk is null ? RecordingKinds.Voicemail : RecordingKinds.Talk, cancellationToken);
        return TypedResults.NoContent();
    }

    private Task KeepAsync(SignedRequest request, string sid, string conversation, string kind, CancellationToken cancellationToken) => recordings.KeepAsync(
        new Recording(sid, conversation, kind, clock.GetUtcNow())
        {
            CallSid = request.CallSid,
            Status = request["RecordingStatus"] is { Length: > 0 } status ? status : "completed",
            Seconds = int.TryParse(request["RecordingDuration"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
            Channels = int.TryParse(request["RecordingChannels"], NumberStyles.None, CultureInfo.InvariantCulture, out var channels) ? channels : 1,
        }, cancellationToken);
}
