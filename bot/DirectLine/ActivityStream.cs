using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>
/// One open WebSocket: reads the log from its own cursor whenever a notice comes and whenever it was silent for long, so that a lost notice loses
/// nothing and nothing is sent twice. While it rests it holds no buffer, no timer and nothing that it sent: there may be ten thousand of them.
/// </summary>
/// <param name="conversation">Whose log it reads.</param>
/// <param name="address">The bot's address, as this client sees it.</param>
/// <param name="socket">The socket; it is not disposed here.</param>
/// <param name="reader">Reads the log.</param>
/// <param name="log">Writes the log's entries as activities.</param>
/// <param name="keepAlive">After how many calls of <see cref="Tick"/> in silence it is kept alive.</param>
/// <param name="clock">The time.</param>
internal sealed class ActivityStream(string conversation, string address, WebSocket socket, LogReader reader, LogActivities log, int keepAlive, TimeProvider clock)
{
    private const string Stopping = "stopping";
    private static readonly TimeSpan SlowestReader = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    // What wakes the loop. Bounded: a reader that sleeps costs no memory.
    private readonly Channel<Signal> signals = System.Threading.Channels.Channel.CreateBounded<Signal>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private string? closingReason;
    private int silence;
    private bool unreadable;

    private enum Wake
    {
        Grown,
        Passed,
        Silent,
    }

    /// <summary>Whose log it reads.</summary>
    public string Conversation => conversation;

    /// <summary>Says that the log has grown.</summary>
    public void Grown() => signals.Writer.TryWrite(new(Wake.Grown, null));

    /// <summary>Sends something that stands in no log.</summary>
    public void Pass(Activity activity) => signals.Writer.TryWrite(new(Wake.Passed, activity));

    /// <summary>Says that another second has gone by.</summary>
    public void Tick()
    {
        if (Interlocked.Increment(ref silence) == (Volatile.Read(ref unreadable) ? 1 : keepAlive)) signals.Writer.TryWrite(new(Wake.Silent, null));
    }

    /// <summary>Closes, since the conversation was opened elsewhere.</summary>
    public void Collide() => End("collision");

    /// <summary>Closes, since the server stops; the client comes back with its watermark.</summary>
    public void Stop() => End(Stopping);

    /// <summary>Serves until either side closes.</summary>
    /// <param name="watermark">Everything after it is sent.</param>
    public async Task RunAsync(long watermark)
    {
        var listening = ListenAsync();
        try
        {
            await SpeakAsync(watermark);
            await Task.WhenAny(listening, Task.Delay(Farewell, clock, CancellationToken.None)); // for the client's own close, else it sees a reset
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The reader is gone or too slow: it comes back with its watermark.
        }
        finally
        {
            socket.Abort();
            await listening;
        }
    }

    private async Task SpeakAsync(long cursor)
    {
        cursor = await CatchUpAsync(cursor);
        while (await signals.Reader.WaitToReadAsync())
        {
            if (closingReason is not null || !signals.Reader.TryRead(out var signal)) break;
            Interlocked.Exchange(ref silence, 0);
            if (signal.Wake == Wake.Silent) await SendAsync(ReadOnlyMemory<byte>.Empty);
            else if (signal.Passed is { } activity) await SendAsync(new ActivityBatch([activity]));
            cursor = await CatchUpAsync(cursor);
        }
        await CloseAsync(closingReason ?? Stopping);
    }

    // One activity a frame: the official client takes a frame's activities up one by one, and those of two frames would interleave.
    private async Task<long> CatchUpAsync(long cursor)
    {
        var grown = await reader.TryReadAsync(conversation, cursor, CancellationToken.None); // to the end, or the client sees a reset instead of a farewell
        foreach (var entry in grown ?? [])
        {
            cursor = entry.Sequence;
            await SendAsync(log.Batch(conversation, address, [entry], cursor));
        }
        Volatile.Write(ref unreadable, grown is null); // and is then looked at again soon
        return cursor;
    }

    private Task SendAsync(ActivityBatch batch) => SendAsync(JsonSerializer.SerializeToUtf8Bytes(batch, ActivityJson.Wire.ActivityBatch));

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        using var slow = new CancellationTokenSource(SlowestReader, clock);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, slow.Token);
    }

    private async Task CloseAsync(string reason)
    {
        using var slow = new CancellationTokenSource(SlowestReader, clock);
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(reason == Stopping ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, reason, slow.Token);
    }

    // Clients send nothing but keepalives here; whatever it is, it is not read as anything. It waits without a buffer, and reads when there is something.
    private async Task ListenAsync()
    {
        try
        {
            for (var waits = true; (await socket.ReceiveAsync(waits ? Memory<byte>.Empty : new byte[256], CancellationToken.None)).MessageType != WebSocketMessageType.Close; waits = !waits) { }
            End("closed");
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            End("gone");
        }
    }

    private void End(string reason)
    {
        Interlocked.CompareExchange(ref closingReason, reason, null);
        signals.Writer.TryComplete();
    }

    private readonly record struct Signal(Wake Wake, Activity? Passed);
}
