using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using StackExchange.Redis;

namespace ServiceBot.Bot.Context;

/// <summary>Live conversations in Redis, for any number of nodes: one round trip to load a turn, and one to commit it.</summary>
internal sealed class RedisContextStore(RedisLink redis, StoredTurns stored, RecentContexts recent, IOptions<RedisSettings> settings, TimeProvider time) : IContextStore
{
    // An entry begins with its sequence, since a log that grew long is cut at its beginning. It has a gap where Redis once lost the end of it, and
    // what came then was numbered on from what clients had seen.
    private static readonly RedisScript ReadLog = new(
        """
        local function sequence(entry) return tonumber(string.match(entry, '^%d+')) end
        local first, last = redis.call('LINDEX', KEYS[1], 0), redis.call('LINDEX', KEYS[1], -1)
        if not first then return {} end
        local after = tonumber(ARGV[1])
        if sequence(last) - sequence(first) + 1 == redis.call('LLEN', KEYS[1]) then
          return redis.call('LRANGE', KEYS[1], math.max(0, after + 1 - sequence(first)), -1)
        end
        local found = {}
        for _, entry in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
          if sequence(entry) > after then table.insert(found, entry) end
        end
        return found
        """);

    private static readonly RedisScript Delivered = new(
        """
        local newest = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if newest and tonumber(newest) <= tonumber(ARGV[2]) then redis.call('ZREM', KEYS[1], ARGV[1]) end
        """);

    /// <inheritdoc/>
    public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken)
    {
        TurnIds.CheckConversation(conversationId);
        if (eventId.Length > 0) // read for no event, none is looked for
            TurnIds.CheckEvent(eventId);
        var keys = ConversationKeys.Of(redis.Prefix, conversationId);
        return redis.AskAsync(
            async database =>
            {
                var reading = database.StringGetAsync(keys.Context);
                var looking = eventId.Length > 0 ? database.SortedSetScoreAsync(keys.Events, ConversationKeys.Event(channel, eventId)) : Task.FromResult<double?>(null);
                var context = await reading;
                var answeredAt = await looking;
                return new Loaded(context.IsNull ? null : Read(context), (long?)answeredAt);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ConversationContext? Recall(string conversationId) => recent.Of(conversationId);

    /// <inheritdoc/>
    public void Foresee(string conversationId, long version, ImmutableArray<KnownFact> facts) => recent.Foresee(conversationId, version, facts);

    /// <inheritdoc/>
    public async Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        TurnIds.CheckConversation(commit.Context.Id);
        TurnIds.CheckEvent(commit.EventId);
        var keys = ConversationKeys.Of(redis.Prefix, commit.Context.Id);
        var token = RandomNumberGenerator.GetHexString(12, lowercase: true);
        var values = RedisCommit.Values(commit, token, stored, settings.Value, time.GetUtcNow());
        recent.Forget(commit.Context.Id); // whatever comes of it is not what was written before
        CrashPoint.Reach("context.commit");
        // Asked again where the answer was lost, the script knows its own commit by the token and writes nothing twice.
        var isWritten = await redis.AskAsync(database => RedisCommit.WriteAsync(database, keys, values), cancellationToken);
        CrashPoint.Reach("context.committed");
        commit.Context.Writing = token;
        if (isWritten) recent.Keep(commit.Context);
        return isWritten;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) => redis.AskAsync(
        async database =>
        {
            var entries = (RedisValue[])await ReadLog.RunAsync(database, [ConversationKeys.Of(redis.Prefix, conversationId).Log], [after]);
            return entries.Select(entry => stored.ReadLogEntry(Document(entry, words: 1))).ToImmutableArray();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => redis.AskAsync(
        async database =>
        {
            var entries = await database.ListRangeAsync(ConversationKeys.Of(redis.Prefix, conversationId).Journal);
            return entries.Select(entry => stored.ReadJournalEntry((byte[])entry)).ToImmutableArray();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) =>
        redis.AskAsync(database => RedisDue.ReadAsync(database, redis.Prefix, now, orphanedBefore, most), cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => redis.AskAsync(
        async database =>
        {
            var found = await Task.WhenAll(Enumerable.Range(0, Buckets.Count).Select(bucket => database.SortedSetRangeByRankWithScoresAsync($"{redis.Prefix}:{Buckets.Tag(bucket)}:undelivered")));
            return found.SelectMany(entries => entries).Select(entry => new Undelivered(entry.Element.ToString(), (long)entry.Score)).ToImmutableArray();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => redis.AskAsync(
        database => Delivered.RunAsync(database, [ConversationKeys.Of(redis.Prefix, conversationId).Undelivered], [conversationId, sequence]), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string conversationId, CancellationToken cancellationToken) => redis.AskAsync(
        async database =>
        {
            recent.Forget(conversationId);
            var keys = ConversationKeys.Of(redis.Prefix, conversationId);
            // The context goes first: what is left of a removal that was cut short is found by nobody, and expires.
            await database.KeyDeleteAsync(keys.Context);
            await database.SortedSetRemoveAsync(keys.Wakes, conversationId);
            await database.SortedSetRemoveAsync(keys.Commits, conversationId);
            await database.SortedSetRemoveAsync(keys.Undelivered, conversationId);
            return await database.KeyDeleteAsync([keys.Events, keys.Log, keys.Journal]);
        },
        cancellationToken);

    private ConversationContext Read(RedisValue kept)
    {
        var context = stored.ReadContext(Document(kept, words: 2));
        context.Writing = RedisCommit.Token((byte[])kept);
        return context;
    }

    private static ReadOnlyMemory<byte> Document(RedisValue kept, int words)
    {
        ReadOnlyMemory<byte> rest = (byte[])kept;
        for (; words > 0; words--) rest = rest[(rest.Span.IndexOf((byte)' ') + 1)..];
        return rest;
    }
}
