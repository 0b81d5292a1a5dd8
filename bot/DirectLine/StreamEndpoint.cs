using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The stream: a WebSocket over which everything that is said comes at once.</summary>
internal static class StreamEndpoint
{
    public static async Task<IResult> GetAsync(
        string id, string? watermark, string? t, HttpContext http, Callers callers, OpenStreams streams, LogReader reader, INotices notices, LogActivities log, Addresses addresses,
        IOptions<DirectLineOptions> options, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(t)) return DirectLineError.Missing();
        var (grant, refusal) = await callers.CheckAsync(http.Request, Purpose.Stream, t, id);
        if (grant is null) return refusal ?? DirectLineError.Missing();
        if (ConversationEndpoints.Watermark(watermark) is not { } after) return ConversationEndpoints.OddWatermark(watermark);
        if (!http.WebSockets.IsWebSocketRequest) return DirectLineError.BadArgument("The stream is a WebSocket.");

        // The token has done its work; the request lives as long as the socket, and would keep another copy of it.
        t = null;
        http.Features.Set<IQueryFeature>(null);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var stream = new ActivityStream(id, addresses.Base(http.Request), socket, reader, log, options.Value.KeepAliveSeconds, clock);
        streams.Enter(stream);
        try
        {
            using var _ = notices.Subscribe(id, _ => stream.Grown()); // before the first read: nothing falls between
            await stream.RunAsync(after);
        }
        finally
        {
            streams.Leave(stream);
        }
        return TypedResults.Empty;
    }
}
