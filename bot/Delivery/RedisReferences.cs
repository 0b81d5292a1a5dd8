using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using StackExchange.Redis;

namespace ServiceBot.Bot.Delivery;

/// <summary>
/// References in Redis, for all nodes. The claim of a node that dies runs out by itself; whoever claims next goes on from the mark. A reference outlives
/// the log, so that nothing is delivered again, and not the conversation, so that a new one begins from the start.
/// </summary>
internal sealed class RedisReferences(RedisLink redis, DocumentSeal seal, IOptions<RedisSettings> settings) : IConversationReferences, IDisposable
{
    private static readonly TimeSpan Claimed = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RewrittenAfter = TimeSpan.FromHours(1);

    private static readonly RedisScript Save = new(
        """
        redis.call('HSETNX', KEYS[1], 'delivered', 0)
        redis.call('HSET', KEYS[1], 'reference', ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        """);

    private static readonly RedisScript Claim = new(
        """
        local holder = redis.call('GET', KEYS[2])
        if holder and holder ~= ARGV[1] then return {0} end
        redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
        local kept = redis.call('HMGET', KEYS[1], 'reference', 'delivered')
        return {1, kept[1], kept[2]}
        """);

    private static readonly RedisScript Mark = new(
        """
        local delivered = redis.call('HGET', KEYS[1], 'delivered')
        if delivered and tonumber(ARGV[2]) > tonumber(delivered) then redis.call('HSET', KEYS[1], 'delivered', ARGV[2]) end
        if ARGV[3] == '1' and redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
        """);

    // What this node wrote last: the same again within the hour is not written.
    private readonly MemoryCache written = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <inheritdoc/>
    public async Task SaveAsync(string conversationId, ReadOnlyMemory<byte> reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint.Of(reference.Span);
        if (written.TryGetValue(conversationId, out (UInt128 Fingerprint, DateTimeOffset At) last) && now - last.At < RewrittenAfter && last.Fingerprint == fingerprint) return;
        var life = TimeSpan.FromDays(settings.Value.LogDays + 1);
        await redis.AskAsync(database => Save.RunAsync(database, Keys(conversationId), [seal.Seal(reference.Span), (long)life.TotalMilliseconds]), cancellationToken);
        written.Set(conversationId, (fingerprint, now), new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> FindAsync(string conversationId, CancellationToken cancellationToken) => redis.AskAsync(
        async database => (byte[]?)await database.HashGetAsync(Keys(conversationId)[0], "reference") is { } kept ? seal.Open(kept) : (ReadOnlyMemory<byte>?)null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<DeliveryClaim> ClaimAsync(string conversationId, CancellationToken cancellationToken)
    {
        var answer = (RedisResult[])await redis.AskAsync(
            database => Claim.RunAsync(database, Keys(conversationId), [redis.Node, (long)Claimed.TotalMilliseconds]), cancellationToken);
        if ((long)answer[0] == 0) return new DeliveryClaim(IsMine: false, null, 0);
        if ((byte[]?)answer[1] is { } kept) return new DeliveryClaim(IsMine: true, seal.Open(kept), (long)answer[2]);
        written.Remove(conversationId); // Redis has lost it
        return new DeliveryClaim(IsMine: true, null, 0);
    }

    /// <inheritdoc/>
    public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => MarkAsync(conversationId, sequence, isOver: false, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken) => MarkAsync(conversationId, delivered, isOver: true, cancellationToken);

    /// <inheritdoc/>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        foreach (var conversation in conversations)
        {
            await redis.AskAsync(database => database.KeyDeleteAsync(Keys(conversation)), cancellationToken);
            written.Remove(conversation);
        }
    }

    public void Dispose() => written.Dispose();

    private Task MarkAsync(string conversationId, long delivered, bool isOver, CancellationToken cancellationToken) =>
        redis.AskAsync(database => Mark.RunAsync(database, Keys(conversationId), [redis.Node, delivered, isOver ? 1 : 0]), cancellationToken);

    private RedisKey[] Keys(string conversationId)
    {
        var tag = Buckets.TagOf(conversationId);
        return [$"{redis.Prefix}:{tag}:reference:{conversationId}", $"{redis.Prefix}:{tag}:delivering:{conversationId}"];
    }
}
