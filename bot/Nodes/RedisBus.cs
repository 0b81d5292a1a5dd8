namespace ServiceBot.Bot.Nodes;

/// <summary>The bus by publish/subscribe: one channel a subject, and each message begins with who tells it, so that nobody hears themselves.</summary>
internal sealed class RedisBus(RedisLink redis) : INodeBus
{
    /// <inheritdoc/>
    public void Tell(string subject, string message) => redis.Publish(Channel(subject), $"{redis.Node} {message}");

    /// <inheritdoc/>
    public void Hear(string subject, Action<string> hear) => redis.Listen(Channel(subject), message =>
    {
        var end = message.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && !message.AsSpan(0, end).SequenceEqual(redis.Node)) hear(message[(end + 1)..]);
    });

    private static string Channel(string subject) => $"bus:{subject}";
}
