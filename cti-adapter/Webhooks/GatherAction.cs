using System.Globalization;
using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/voice/answer: what a caller said or pressed. Twilio posts <c>Digits</c>, or <c>SpeechResult</c> with <c>Confidence</c>; neither where there was silence.</summary>
internal sealed class GatherAction(CallAddresses addresses, CallTurns turns, PartialResults partial, VoiceEndpoint voice)
{
    public async Task<IResult> PostAsync(HttpContext http, string? s, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        return new TwimlResult(addresses.Open(request.CallSid, s ?? "") is { } state ? await AnswerAsync(request, state, cancellationToken) : await voice.BeginAsync(request, cancellationToken));
    }

    /// <summary>POST /twilio/voice/wait: the caller has been told to wait and comes back.</summary>
    public async Task<IResult> WaitAsync(HttpContext http, string? s, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        return new TwimlResult(addresses.Open(request.CallSid, s ?? "") is { } state
            ? await turns.ReturnAsync(VoiceEndpoint.PartyOf(request), state, cancellationToken) : await voice.BeginAsync(request, cancellationToken));
    }

    /// <summary>POST /twilio/voice/again: the question is put again.</summary>
    public async Task<IResult> AgainAsync(HttpContext http, string? s, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        return new TwimlResult(addresses.Open(request.CallSid, s ?? "") is { } state
            ? await turns.TakeAsync(VoiceEndpoint.PartyOf(request), state, new Started(), cancellationToken) : await voice.BeginAsync(request, cancellationToken));
    }

    /// <summary>POST /twilio/voice/hold: the caller has waited for a person in silence.</summary>
    public async Task<IResult> HoldAsync(HttpContext http, string? s, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        return new TwimlResult(addresses.Open(request.CallSid, s ?? "") is { } state
            ? await turns.TakeAsync(VoiceEndpoint.PartyOf(request), state, new Silence(), cancellationToken) : await voice.BeginAsync(request, cancellationToken));
    }

    private Task<VoiceResponse> AnswerAsync(SignedRequest request, CallState state, CancellationToken cancellationToken)
    {
        var call = VoiceEndpoint.PartyOf(request);
        var digits = request["Digits"];
        if (Keypad.AsksForRest(state.Keys, digits)) return turns.ReadRestAsync(call, state, cancellationToken);
        var said = request["SpeechResult"].Trim();
        if (digits.Length > 0) return turns.TakeAsync(call, state, Keypad.Input(state, digits), cancellationToken);
        if (said.Length > 0) return turns.TakeAsync(call, state, new Utterance(said) { Confidence = Confidence(request["Confidence"]) }, cancellationToken);
        return turns.TakeAsync(call, state, partial.Of(call.CallSid, state) is { } begun ? new Utterance(begun) { Confidence = 0 } : Keypad.Input(state, digits), cancellationToken);
    }

    // Some models tell none, and some 0.0; both mean that nobody knows.
    private static double Confidence(string told) =>
        double.TryParse(told, NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && confidence is > 0 and <= 1 ? confidence : 0;
}
