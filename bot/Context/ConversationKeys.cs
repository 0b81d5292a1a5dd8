using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.Context;

/// <summary>Where a conversation lies in Redis: all in the slot of its bucket.</summary>
/// <param name="Context">A string: version, token of the last commit, document.</param>
/// <param name="Events">A sorted set: channel and id of each event, by the sequence at which it was answered.</param>
/// <param name="Log">A list: each entry's sequence and document, in order.</param>
/// <param name="Journal">A list of documents, in order.</param>
/// <param name="Wakes">The bucket's index: ids of conversations by their next wake, in Unix milliseconds.</param>
/// <param name="Commits">The bucket's index: ids of conversations by when they committed an effect whose outcome has not come.</param>
/// <param name="Undelivered">The bucket's index: ids of conversations by the sequence of the newest message that has to be brought to their channel.</param>
internal sealed record ConversationKeys(RedisKey Context, RedisKey Events, RedisKey Log, RedisKey Journal, RedisKey Wakes, RedisKey Commits, RedisKey Undelivered)
{
    /// <summary>The keys of a conversation.</summary>
    public static ConversationKeys Of(string prefix, string conversationId)
    {
        var bucket = $"{prefix}:{Buckets.TagOf(conversationId)}";
        return new(
            $"{bucket}:context:{conversationId}", $"{bucket}:events:{conversationId}", $"{bucket}:log:{conversationId}", $"{bucket}:journal:{conversationId}",
            $"{bucket}:wakes", $"{bucket}:commits", $"{bucket}:undelivered");
    }

    /// <summary>The member for an event. Its id holds no line feed, so no two events have the same.</summary>
    public static RedisValue Event(string channel, string eventId) => $"{channel}\n{eventId}";
}
