using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Load;

/// <summary>One connection to the desk's hub, as its page makes it: SignalR's JSON protocol over a WebSocket, with one stream of events.</summary>
internal sealed class DeskSocket : IDisposable
{
    private const char End = '\u001e';

    /// <summary>How often the page says that it is there, and after how long without a word of the server it takes the connection for lost.</summary>
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);

    /// <summary>Connects and asks for the events after a cursor.</summary>
    /// <param name="node">Where.</param>
    /// <param name="cookie">Of the session.</param>
    /// <param name="after">The cursor.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task OpenAsync(Uri node, string cookie, long after, CancellationToken cancellationToken)
    {
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", node.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(node) { Scheme = "ws", Path = "/desk/hub" }.Uri, cancellationToken);
        await SendAsync("""{"protocol":"json","version":1}""", cancellationToken);
        await SendAsync(new JsonObject { ["type"] = 4, ["invocationId"] = "1", ["target"] = "Events", ["arguments"] = new JsonArray(after) }.ToJsonString(), cancellationToken);
    }

    /// <summary>The events as they come; ends where the connection does.</summary>
    public async IAsyncEnumerable<JsonNode> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pinging = PingAsync(ended.Token);
        try
        {
            var (buffer, text) = (new byte[16_384], new StringBuilder());
            while (true)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
                patience.CancelAfter(Silence);
                var part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
                if (part.MessageType == WebSocketMessageType.Close) yield break;
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (!part.EndOfMessage) continue;
                foreach (var message in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries))
                {
                    var node = JsonNode.Parse(message);
                    // 2 an item of the stream, 3 its end, 7 the server closes; the rest are signs of life.
                    if ((int?)node?["type"] is 3 or 7) yield break;
                    if ((int?)node?["type"] == 2 && node["item"] is { } item) yield return item;
                }
                text.Clear();
            }
        }
        finally
        {
            await ended.CancelAsync();
            await pinging;
        }
    }

    /// <summary>Cuts it without a word.</summary>
    public void Cut() => socket.Abort();

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private async Task PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (; ; await Task.Delay(Ping, cancellationToken)) await SendAsync("""{"type":6}""", cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is over, which the reading says.
        }
    }

    private async Task SendAsync(string message, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }
    }
}
