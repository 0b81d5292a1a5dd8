using System.Net.WebSockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ServiceBot.CtiAdapter.Tests.Relay;

/// <summary>A socket without a network: what the company tells, and what it hears.</summary>
internal sealed class SocketInMemory : WebSocket
{
    private static readonly JsonSerializerOptions AsRead = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Channel<byte[]> told = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<string> heard = Channel.CreateUnbounded<string>();

    /// <summary>Sends a frame to the session.</summary>
    public void Tell(string frame) => told.Writer.TryWrite(Encoding.UTF8.GetBytes(frame));

    /// <summary>The next frame of the session.</summary>
    public Task<string> HeardAsync() => heard.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var frame = await told.Reader.ReadAsync(cancellationToken);
        frame.CopyTo(buffer.AsSpan());
        return new WebSocketReceiveResult(frame.Length, WebSocketMessageType.Text, endOfMessage: true);
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        heard.Writer.TryWrite(JsonNode.Parse(buffer)?.ToJsonString(AsRead) ?? "");
        return Task.CompletedTask;
    }

    public override WebSocketCloseStatus? CloseStatus => null;
    public override string? CloseStatusDescription => null;
    public override WebSocketState State => WebSocketState.Open;
    public override string? SubProtocol => null;
    public override void Abort() => told.Writer.TryComplete();
    public override void Dispose() => Abort();
    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;
    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;
}
