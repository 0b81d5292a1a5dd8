using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Relay;
using ServiceBot.CtiAdapter.Twiml;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/voice: a call comes in.</summary>
internal sealed class VoiceEndpoint(IncomingCalls calls, CallTurns turns, RelayDocument relay)
{
    public async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (!relay.IsOn) return new TwimlResult(await BeginAsync(request, cancellationToken));
        var (state, _) = await calls.BeginAsync(request.CallSid, request["From"], cancellationToken);
        return new TwimlResult(relay.Of(request.CallSid, state, http.Request.Host.Value ?? ""));
    }

    /// <summary>Begins the call, or takes it up where nobody knows any more what it had come to.</summary>
    public async Task<VoiceResponse> BeginAsync(SignedRequest request, CancellationToken cancellationToken)
    {
        var (state, input) = await calls.BeginAsync(request.CallSid, request["From"], cancellationToken);
        return await turns.TakeAsync(PartyOf(request), state, input, cancellationToken);
    }

    /// <summary>Who is on the line.</summary>
    public static CallParty PartyOf(SignedRequest request) => new(request.CallSid, CallerKey.IsNumber(request["From"]) ? request["From"] : null) { To = request["To"] };
}
