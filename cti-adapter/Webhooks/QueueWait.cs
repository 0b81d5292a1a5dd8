using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>What a caller in the queue hears and does: <c>/twilio/voice/queue</c> is the wait document, which always leads to its next round.</summary>
internal sealed class QueueWait(CallAddresses addresses, CallTurns turns, CallQueue queue, QueuePrompts prompts, Prompts vru, VoiceEndpoint voice, IAgentTelephones telephones, TimeProvider clock)
{
    // Whoever would wait longer is offered a call back (방송통신위원회, ARS 운영 가이드라인).
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(30);

    /// <summary>POST /twilio/voice/queue: the next news, or what the caller said or pressed.</summary>
    public Task<IResult> WaitAsync(HttpContext http, string? s, CancellationToken cancellationToken) => WithAsync(http, s, async (request, call, state) =>
    {
        var entry = await queue.FindAsync(call.CallSid, cancellationToken);
        switch (request["Digits"])
        {
            case QueuePrompts.CallbackKey when entry is not null:
                return entry.Number is { } number ? prompts.ConfirmNumber(call.CallSid, number, Next(state)) : prompts.AskNumber(call.CallSid, Next(state), again: false);
            case QueuePrompts.VoicemailKey when await queue.WantsOutAsync(call.CallSid, QueueExits.Voicemail, cancellationToken) is not null:
            case QueuePrompts.BotKey when await queue.WantsOutAsync(call.CallSid, QueueExits.Bot, cancellationToken) is not null:
                return prompts.LeaveQueue([]);
        }
        var offers = await IsLongAsync(entry, cancellationToken);
        if (state.Waits == 0) return prompts.Wait(call.CallSid, [], Next(state), offers);
        TurnInput input = request["SpeechResult"] is { Length: > 0 } words ? new Utterance(words) : new Silence();
        return await turns.TakeInQueueAsync(call, state, input, offers, cancellationToken);
    }, cancellationToken);

    /// <summary>POST /twilio/voice/queue/callback: whether the number is right, or another one.</summary>
    public Task<IResult> CallbackAsync(HttpContext http, string? s, CancellationToken cancellationToken) => WithAsync(http, s, async (request, call, state) =>
    {
        var digits = request["Digits"];
        if (state.Keys.Kind == KeyKind.Number && digits.Length > 0)
        {
            if (CallerKey.Dialled(digits) is not { } number) return prompts.AskNumber(call.CallSid, Next(state), again: true);
            await queue.NoteNumberAsync(call.CallSid, number, cancellationToken);
            return prompts.ConfirmNumber(call.CallSid, number, Next(state));
        }
        return digits switch
        {
            "1" when await queue.KeepPlaceAsync(call.CallSid, cancellationToken) is not null => prompts.Promise(state),
            "2" => prompts.AskNumber(call.CallSid, Next(state), again: false),
            _ => prompts.Wait(call.CallSid, [], Next(state), offersCallback: true),
        };
    }, cancellationToken);

    /// <summary>POST /twilio/voice/queued: the stay in the queue is over. Where somebody took the call elsewhere, nobody reads the answer.</summary>
    public Task<IResult> LeftAsync(HttpContext http, string? s, CancellationToken cancellationToken) => WithAsync(http, s, async (request, call, state) =>
    {
        if (request["QueueResult"] is "redirected" or "redirected-from-bridged" or "bridged" or "hangup") return new VoiceResponse([]);
        var entry = await queue.FindAsync(call.CallSid, cancellationToken);
        if (request["QueueResult"] != "leave")
            return entry?.Number is not null && await queue.KeepPlaceAsync(call.CallSid, cancellationToken) is not null ? prompts.Promise(state) : vru.Sorry(state.Locale);
        if (entry?.Exit == QueueExits.Voicemail) return prompts.Record(call.CallSid, [], state with { Recording = QueueExits.Voicemail }, addresses.To("recording", call.CallSid, state));
        await queue.EndAsync(call.CallSid, cancellationToken);
        return await turns.TakeAsync(call, state, entry?.Exit == QueueExits.Bot ? new Pressed { Option = 0 } : new Started(), cancellationToken);
    }, cancellationToken);

    private async Task<IResult> WithAsync(HttpContext http, string? s, Func<SignedRequest, CallParty, CallState, Task<VoiceResponse>> answer, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        return new TwimlResult(addresses.Open(request.CallSid, s ?? "") is { } state ? await answer(request, VoiceEndpoint.PartyOf(request), state) : await voice.BeginAsync(request, cancellationToken));
    }

    private async Task<bool> IsLongAsync(QueuedCall? entry, CancellationToken cancellationToken) =>
        entry is not null && (clock.GetUtcNow() - entry.Since >= LongWait || (await telephones.CountAsync(cancellationToken)).Free == 0);

    private static CallState Next(CallState state) => state with { Number = state.Number + 1, Waits = state.Waits + 1, Keys = new(KeyKind.None) };
}

/// <summary>Ways out of the queue, other than a person.</summary>
internal static class QueueExits
{
    public const string Bot = "bot";
    public const string Voicemail = "voicemail";
}
