using System.Collections.Concurrent;
using System.Text;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.DirectLine;

/// <summary>
/// The streams that are open: one a conversation over all nodes, the newest. Those of other nodes are reached over the bus. One timer serves them all.
/// </summary>
internal sealed class OpenStreams : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const string Opened = "stream-opened";
    private const string Passed = "stream-passed";

    private readonly ConcurrentDictionary<string, ActivityStream> open = new(StringComparer.Ordinal);
    private readonly INodeBus bus;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime host;

    public OpenStreams(INodeBus bus, TimeProvider clock, IHostApplicationLifetime host)
    {
        (this.bus, this.clock, this.host) = (bus, clock, host);
        bus.Hear(Opened, conversation => open.GetValueOrDefault(conversation)?.Collide());
        bus.Hear(Passed, HearPassed);
    }

    /// <summary>Makes a stream the one of its conversation; the one before, wherever it is, is told to close.</summary>
    public void Enter(ActivityStream stream)
    {
        ActivityStream? before = null;
        open.AddOrUpdate(stream.Conversation, stream, (_, other) =>
        {
            before = other;
            return stream;
        });
        before?.Collide();
        bus.Tell(Opened, stream.Conversation);
        if (host.ApplicationStopping.IsCancellationRequested) stream.Stop();
    }

    /// <summary>Ends a stream's part, unless another has taken its place.</summary>
    public void Leave(ActivityStream stream) => open.TryRemove(KeyValuePair.Create(stream.Conversation, stream));

    /// <summary>Hands something that stands in no log to whoever listens now.</summary>
    public void Pass(string conversation, Activity activity)
    {
        if (open.TryGetValue(conversation, out var stream)) stream.Pass(activity);
        else bus.Tell(Passed, $"{conversation} {ActivityJson.Write(activity)}");
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the server waits for its connections to end, so that clients come back elsewhere.
        using var stopping = host.ApplicationStopping.Register(() => ForEach(stream => stream.Stop()));
        using var seconds = new PeriodicTimer(Second, clock);
        while (await seconds.WaitForNextTickAsync(stoppingToken)) ForEach(stream => stream.Tick());
    }

    private void ForEach(Action<ActivityStream> tell)
    {
        foreach (var (_, stream) in open) tell(stream);
    }

    private void HearPassed(string message)
    {
        var end = message.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && open.TryGetValue(message[..end], out var stream) && ActivityJson.TryRead(Encoding.UTF8.GetBytes(message[end..]), out var activity, out _)) stream.Pass(activity);
    }
}
