using System.Collections.Concurrent;
using System.Text;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The streams that are open: one a conversation over all nodes, the newest. Those of other nodes are reached over the bus.</summary>
internal sealed class OpenStreams
{
    private const string Opened = "stream-opened";
    private const string Passed = "stream-passed";

    private readonly ConcurrentDictionary<string, ActivityStream> open = new(StringComparer.Ordinal);
    private readonly INodeBus bus;

    public OpenStreams(INodeBus bus)
    {
        this.bus = bus;
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
    }

    /// <summary>Ends a stream's part, unless another has taken its place.</summary>
    public void Leave(ActivityStream stream) => open.TryRemove(KeyValuePair.Create(stream.Conversation, stream));

    /// <summary>Hands something that stands in no log to whoever listens now.</summary>
    public void Pass(string conversation, Activity activity)
    {
        if (open.TryGetValue(conversation, out var stream)) stream.Pass(activity);
        else bus.Tell(Passed, $"{conversation} {ActivityJson.Write(activity)}");
    }

    private void HearPassed(string message)
    {
        var end = message.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && open.TryGetValue(message[..end], out var stream) && ActivityJson.TryRead(Encoding.UTF8.GetBytes(message[end..]), out var activity, out _)) stream.Pass(activity);
    }
}
