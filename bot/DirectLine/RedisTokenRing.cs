using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The ring in Redis, for all nodes.</summary>
internal sealed class RedisTokenRing(RedisLink redis) : ITokenRing
{
    private static readonly RedisScript Replace = new(
        """
        if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[1], ARGV[2])
        return 1
        """);

    private readonly RedisKey key = $"{redis.Prefix}:keys:directline";

    /// <inheritdoc/>
    public async Task<ImmutableList<TokenKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var kept = await redis.AskAsync(database => database.StringGetAsync(key), cancellationToken);
        try
        {
            return kept.IsNull ? [] : JsonSerializer.Deserialize((byte[])kept, TokenKeyJson.Default.ImmutableListTokenKey) ?? [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The key ring '{key}' in Redis cannot be read: {error.Message} Remove it: open chats then start anew.", error);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(ImmutableList<TokenKey> before, ImmutableList<TokenKey> after, CancellationToken cancellationToken) =>
        (long)await redis.AskAsync(database => Replace.RunAsync(database, [key], [Written(before), Written(after)]), cancellationToken) == 1;

    // Asked twice because an answer was lost, it says no, and the ring is read again: with what was written.
    private static RedisValue Written(ImmutableList<TokenKey> keys) =>
        keys.IsEmpty ? RedisValue.EmptyString : JsonSerializer.SerializeToUtf8Bytes(keys, TokenKeyJson.Default.ImmutableListTokenKey);
}
