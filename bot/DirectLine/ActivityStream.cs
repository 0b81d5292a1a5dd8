using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>
/// One open WebSocket: reads the log from its own cursor whenever a notice comes and at every keepalive, so that a lost notice loses nothing
/// and nothing is sent twice.
/// </summary>
internal sealed class ActivityStream(string conversation, string address, WebSocket socket, LogReader reader, LogActivities log, TimeSpan keepAlive, TimeProvider clock)
{
    private const string Stopping = "stopping";
    private static readonly TimeSpan SlowestReader = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);
    // How soon a log that could not be read is looked at again.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    // What wakes the loop: a notice (null) or something that stands in no log. Bounded: a reader that sleeps costs no memory.
    private readonly Channel<Activity?> signals = System.Threading.Channels.Channel.CreateBounded<Activity?>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
    private string? closingReason;

    public string Conversation => conversation;

    /// <summary>Says that the log has grown.</summary>
    public void Grown() => signals.Writer.TryWrite(null);

    /// <summary>Sends something that stands in no log.</summary>
    public void Pass(Activity activity) => signals.Writer.TryWrite(activity);

    /// <summary>Closes, since the conversation was opened elsewhere.</summary>
    public void Collide() => End("collision");

    /// <summary>Serves until either side closes.</summary>
    /// <param name="watermark">Everything after it is sent.</param>
    /// <param name="stopping">The server stops.</param>
    public async Task RunAsync(long watermark, CancellationToken stopping)
    {
        using var ended = new CancellationTokenSource();
        var listening = ListenAsync(ended.Token);
        try
        {
            await SpeakAsync(watermark, stopping);
            await Task.WhenAny(listening, Task.Delay(Farewell, clock, CancellationToken.None)); // for the client's own close, else it sees a reset
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort(); // the reader is gone or too slow: it comes back with its watermark
        }
        finally
        {
            await ended.CancelAsync();
            await listening;
        }
    }

    private async Task SpeakAsync(long cursor, CancellationToken stopping)
    {
        while (true)
        {
            // One activity a frame: the official client takes a frame's activities up one by one, and those of two frames would interleave.
            var grown = await reader.TryReadAsync(conversation, cursor, CancellationToken.None); // to the end, or the client sees a reset instead of a farewell
            foreach (var entry in grown ?? [])
            {
                cursor = entry.Sequence;
                await SendAsync(log.Batch(conversation, address, [entry], cursor));
            }
            var (woken, passed) = await NextAsync(grown is null ? Again : keepAlive, stopping);
            if (closingReason is { } reason)
            {
                await CloseAsync(reason);
                return;
            }
            if (!woken) await SendAsync(ReadOnlyMemory<byte>.Empty);
            else if (passed is not null) await SendAsync(new ActivityBatch([passed]));
        }
    }

    private async Task<(bool Woken, Activity? Passed)> NextAsync(TimeSpan patience, CancellationToken stopping)
    {
        using var wait = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, stopping);
        try
        {
            return (true, await signals.Reader.ReadAsync(either.Token));
        }
        catch (OperationCanceledException) when (wait.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return (false, null);
        }
        catch (OperationCanceledException)
        {
            closingReason ??= Stopping;
            return (true, null);
        }
        catch (ChannelClosedException)
        {
            return (true, null);
        }
    }

    private Task SendAsync(ActivityBatch batch) => SendAsync(JsonSerializer.SerializeToUtf8Bytes(batch, ActivityJson.Wire.ActivityBatch));

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        using var patience = new CancellationTokenSource(SlowestReader, clock);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    private async Task CloseAsync(string reason)
    {
        using var patience = new CancellationTokenSource(SlowestReader, clock);
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(reason == Stopping ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, reason, patience.Token);
    }

    // Clients send nothing but keepalives here; whatever it is, it is not read as anything. A socket that rests holds no buffer: it waits for nothing
    // in particular first, and is read when there is something.
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await ReceiveAsync(0, cancellationToken) && await ReceiveAsync(256, cancellationToken)) { }
            End("closed");
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            End("gone");
        }
    }

    private async Task<bool> ReceiveAsync(int bytes, CancellationToken cancellationToken) =>
        (await socket.ReceiveAsync(bytes == 0 ? Memory<byte>.Empty : new byte[bytes], cancellationToken)).MessageType != WebSocketMessageType.Close;

    private void End(string reason)
    {
        closingReason ??= reason;
        signals.Writer.TryComplete();
    }
}
