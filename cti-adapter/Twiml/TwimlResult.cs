using Microsoft.AspNetCore.Http;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>A document as the answer to a webhook.</summary>
internal sealed class TwimlResult(VoiceResponse response) : IResult
{
    /// <summary>The document.</summary>
    public VoiceResponse Response => response;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var document = TwimlWriter.Write(response);
        httpContext.Response.ContentType = "text/xml; charset=utf-8";
        httpContext.Response.ContentLength = document.Length;
        await httpContext.Response.Body.WriteAsync(document, httpContext.RequestAborted);
    }
}
