using Microsoft.AspNetCore.Http.Features;

namespace ServiceBot.Bot.BotFramework;

/// <summary>Bodies of requests, never more of them than allowed.</summary>
internal static class RequestBody
{
    /// <summary>Reads a body whole.</summary>
    /// <returns>The bytes, or null where there are more than allowed.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int mostBytes, CancellationToken cancellationToken)
    {
        // The server's own limit would reset the connection under a client that is still sending, which then never sees the 413.
        // What is not read here is drained for at most five seconds.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (request.ContentLength > mostBytes) return null;
        var buffer = new byte[Math.Min(mostBytes, (int?)request.ContentLength ?? 4096) + 1];
        var length = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > mostBytes) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(mostBytes + 1, buffer.Length * 2));
        }
    }
}
