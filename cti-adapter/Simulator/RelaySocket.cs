using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What the socket of a call tells the call.</summary>
internal interface IRelayed
{
    /// <summary>Something happened.</summary>
    void Note(CallEvent entry);

    /// <summary>The session is over; where the call has gone on by itself, nothing happens.</summary>
    Task EndAsync(RelaySocket socket, RelayEnd end);
}

/// <summary>How a session ended.</summary>
/// <param name="HandoffData">What the application gave along, or null.</param>
/// <param name="Fault">Why the session failed, or null where it was ended.</param>
internal sealed record RelayEnd(string? HandoffData, string? Fault);

/// <summary>The company's end of a ConversationRelay socket.</summary>
internal sealed class RelaySocket : IDisposable
{
    private readonly WebSocket socket;
    private readonly CallRequests requests;
    private readonly IRelayed call;
    private readonly string language;
    private readonly CancellationTokenSource closed = new();

    private RelaySocket(WebSocket socket, CallRequests requests, IRelayed call, string language) => (this.socket, this.requests, this.call, this.language) = (socket, requests, call, language);

    /// <summary>Opens it and says whose call it is; null where the application does not let it in.</summary>
    public static async Task<RelaySocket?> OpenAsync(ConnectVerb verb, PlacedCall placed, CallRequests requests, IRelayed call, CancellationToken cancellationToken)
    {
        if (verb.Socket is not { } address || await requests.ConnectAsync(address, cancellationToken) is not { } socket) return null;
        var opened = new RelaySocket(socket, requests, call, verb.Language);
        await opened.SendAsync(new RelayedFrame("setup")
        {
            SessionId = verb.Session, AccountSid = placed.AccountSid, CallSid = placed.Sid, From = placed.From, To = placed.To, Direction = placed.Direction, CallStatus = requests.Status, CustomParameters = verb.Parameters,
        }, cancellationToken);
        _ = opened.ListenAsync();
        return opened;
    }

    /// <summary>Tells the application something. A socket that is gone says so by itself.</summary>
    public async Task SendAsync(RelayedFrame frame, CancellationToken cancellationToken)
    {
        var json = frame.Json();
        call.Note(new FramePassed(FromBot: false, json));
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    /// <summary>The call goes on without it.</summary>
    public async Task CloseAsync()
    {
        try
        {
            if (socket.State == WebSocketState.Open) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, closed.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closed.Cancel();
        socket.Dispose();
        closed.Dispose();
    }

    private async Task ListenAsync()
    {
        var end = new RelayEnd(null, null);
        try
        {
            var (said, spoken) = (new StringBuilder(), language);
            while (await ReadAsync() is { } json)
            {
                var answer = RelayedAnswer.Read(json);
                var isSaid = answer is { Type: "text", Last: true };
                call.Note(new FramePassed(FromBot: true, json) { Turn = isSaid ? await requests.LookAsync(closed.Token) : null });
                if (answer.Type == "end")
                {
                    end = new RelayEnd(answer.HandoffData, null);
                    break;
                }
                if (answer.Type != "text") continue;
                if (said.Length > 0 && answer.Lang is { } other && other != spoken) Hear(said, spoken);
                spoken = answer.Lang ?? spoken;
                said.Append(answer.Token);
                if (isSaid) Hear(said, spoken);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            end = new RelayEnd(null, lost.Message);
        }
        await call.EndAsync(this, end);
    }

    private void Hear(StringBuilder said, string spoken)
    {
        call.Note(new CallerHears([new Words(said.ToString().Trim(), spoken)]));
        said.Clear();
    }

    private async Task<string?> ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var frame = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), closed.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return Encoding.UTF8.GetString(frame.GetBuffer(), 0, (int)frame.Length);
        }
    }
}
