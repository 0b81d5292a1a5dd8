using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>Lets only Twilio's own requests through; everybody else gets 403 and learns nothing.</summary>
internal sealed partial class SignedByTwilio(SignatureCheck check, ILogger<SignedByTwilio> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await check.ReadAsync(http.Request, http.RequestAborted) is not { } signed)
        {
            Log.Refused(logger, http.Request.Headers.ContainsKey(RequestSignature.Header));
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }
        http.Features.Set(signed);
        return await next(context);
    }

    /// <summary>What the request under way says.</summary>
    public static SignedRequest Of(HttpContext http) =>
        http.Features.Get<SignedRequest>() ?? throw new InvalidOperationException("The endpoint is mapped without the check of its signature.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to the telephone was refused; it had a signature: {HadSignature}. Where it was Twilio's, compare Twilio:PublicBaseUrl, Twilio:AuthTokens and Twilio:AccountSid with the account.")]
        public static partial void Refused(ILogger logger, bool hadSignature);
    }
}
