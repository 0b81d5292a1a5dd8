using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/fallback: a document of ours could not be had or read. It needs no store: the question is put again, and where that goes on failing a person is rung, or an apology said.</summary>
internal sealed partial class FallbackEndpoint(CallAddresses addresses, CallTurns turns, Prompts prompts, ShopPolicy policy, ILogger<FallbackEndpoint> logger)
{
    public IResult Post(HttpContext http)
    {
        var request = SignedByTwilio.Of(http);
        Log.Failed(logger, request.CallSid, request["ErrorCode"]);
        var query = request["ErrorUrl"].Split('?', 2) is [_, var given] ? QueryHelpers.ParseQuery(given) : [];
        return new TwimlResult(query.TryGetValue("s", out var sealedState) && addresses.Open(request.CallSid, sealedState.ToString()) is { } state
            ? turns.AfterFault(VoiceEndpoint.PartyOf(request), state)
            : prompts.Sorry(Voices.Of(policy.Language)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The call {Call} could not go on with our document: error {Code}.")]
        public static partial void Failed(ILogger logger, string call, string code);
    }
}
