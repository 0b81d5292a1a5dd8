using System.Collections.Concurrent;
using ServiceBot.Bot.BotFramework;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The streams that are open on this node: one a conversation, the newest.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<string, ActivityStream> open = new(StringComparer.Ordinal);

    /// <summary>Makes a stream the one of its conversation; the one before is told to close.</summary>
    public void Enter(ActivityStream stream)
    {
        ActivityStream? before = null;
        open.AddOrUpdate(stream.Conversation, stream, (_, other) =>
        {
            before = other;
            return stream;
        });
        before?.Collide();
    }

    /// <summary>Ends a stream's part, unless another has taken its place.</summary>
    public void Leave(ActivityStream stream) => open.TryRemove(KeyValuePair.Create(stream.Conversation, stream));

    /// <summary>Hands something that stands in no log to whoever listens now.</summary>
    public void Pass(string conversation, Activity activity)
    {
        if (open.TryGetValue(conversation, out var stream)) stream.Pass(activity);
    }
}
