using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/status: how a call stands. Only its end matters; what comes before, late or twice changes nothing.</summary>
internal sealed class StatusCallback(IncomingCalls calls)
{
    public async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (CallStatuses.IsOver(request["CallStatus"])) await calls.EndAsync(request.CallSid, request["From"], cancellationToken);
        return TypedResults.NoContent();
    }
}
