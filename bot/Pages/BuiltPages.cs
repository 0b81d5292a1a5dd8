using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.Pages;

/// <summary>The pages as the build left them under wwwroot/pages.</summary>
internal sealed class BuiltPages(IWebHostEnvironment environment)
{
    private const string NoncePlaceholder = "__CSP_NONCE__";

    /// <summary>Answers a page with a nonce of its own; 503 with the way to build it where it is missing.</summary>
    public async Task Answer(string name, PagePolicy policy, HttpResponse response)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"pages/{name}.html");
        response.Headers.CacheControl = "no-cache";
        if (!file.Exists)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync($"The page '{name}' has not been built. Run 'npm ci && npm run build' in bot/web, or start with ./run.\n", response.HttpContext.RequestAborted);
            return;
        }

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        var html = await reader.ReadToEndAsync(response.HttpContext.RequestAborted);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        response.Headers.ContentSecurityPolicy = policy.Header(nonce);
        response.Headers.XFrameOptions = "SAMEORIGIN";
        if (policy is PagePolicy.Listens or PagePolicy.TakesCalls) response.Headers["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=(), payment=()";
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(html.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal), response.HttpContext.RequestAborted);
    }
}
