using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.CtiAdapter.Webhooks;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Relay;

/// <summary>WebSocket <c>/twilio/relay</c>, and what follows it. The handshake is signed like every request of the company's.</summary>
internal sealed partial class RelayEndpoint(ITurns turns, CallTurns documents, Prompts prompts, CallAddresses addresses, VoiceEndpoint voice, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<RelayEndpoint> logger)
{
    /// <summary>Talks over the socket.</summary>
    public async Task<IResult> ConnectAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest) return TypedResults.BadRequest();
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await new RelaySession(socket, turns, prompts, addresses, clock, logger).RunAsync(either.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, either.Token);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException)
        {
            // The call goes on by its action.
            Log.Lost(logger, lost.GetType().Name);
            socket.Abort();
        }
        return Results.Empty;
    }

    /// <summary>POST /twilio/relay/ended: the session is over. Where the socket died, the question is put again by a document.</summary>
    public async Task<IResult> EndedAsync(HttpContext http, string? s, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        var reason = Reason(request["HandoffData"]);
        if (reason == Handoff.Farewell) return new TwimlResult(new VoiceResponse([new Hangup()]));
        if (addresses.Open(request.CallSid, s ?? "") is not { } state) return new TwimlResult(await voice.BeginAsync(request, cancellationToken));
        var (call, next) = (VoiceEndpoint.PartyOf(request), state with { Number = state.Number + 1, Keys = new(KeyKind.None) });
        return new TwimlResult(reason == Handoff.Person ? await documents.AfterRelayAsync(call, next, cancellationToken) : await documents.TakeAsync(call, next, new Started(), cancellationToken));
    }

    private static string? Reason(string handoff)
    {
        try
        {
            return handoff.Length == 0 ? null : JsonSerializer.Deserialize(handoff, RelayJson.Default.Handoff)?.Reason;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The socket of a call was lost ({Fault}); the call goes on by documents.")]
        public static partial void Lost(ILogger logger, string fault);
    }
}
