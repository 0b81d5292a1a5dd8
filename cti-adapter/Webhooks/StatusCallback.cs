using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/status: how a call stands. Only its end matters; what comes before, late or twice changes nothing.</summary>
internal sealed class StatusCallback(IncomingCalls calls)
{
    public async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (request["CallStatus"] is "completed" or "busy" or "failed" or "no-answer" or "canceled") await calls.EndAsync(request.CallSid, request["From"], cancellationToken);
        return TypedResults.NoContent();
    }
}
