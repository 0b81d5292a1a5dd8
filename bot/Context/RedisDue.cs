using System.Collections.Immutable;
using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.Context;

/// <summary>What is due, over all buckets: each has an index of wakes and one of effects without an outcome, and all are asked in one go.</summary>
internal static class RedisDue
{
    // A conversation that has expired, or was erased, leaves its place in the index behind.
    private static readonly RedisScript Forget = new(
        """
        if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end
        redis.call('ZREM', KEYS[2], ARGV[1])
        redis.call('ZREM', KEYS[3], ARGV[1])
        return 0
        """);

    /// <summary>Ids of conversations whose wake is due, or that wait for an outcome since before <paramref name="orphanedBefore"/>; those that wait longest first.</summary>
    public static async Task<ImmutableArray<string>> ReadAsync(IDatabaseAsync database, string prefix, DateTimeOffset now, DateTimeOffset orphanedBefore, int most)
    {
        var buckets = Enumerable.Range(0, Buckets.Count).Select(bucket => $"{prefix}:{Buckets.Tag(bucket)}").ToArray();
        var found = await Task.WhenAll(
            [
                .. buckets.Select(bucket => Look($"{bucket}:wakes", now, Exclude.None)),
                .. buckets.Select(bucket => Look($"{bucket}:commits", orphanedBefore, Exclude.Stop)),
            ]);
        var due = found.SelectMany(entries => entries).GroupBy(entry => entry.Element.ToString(), StringComparer.Ordinal)
            .OrderBy(entries => entries.Min(entry => entry.Score)).ThenBy(entries => entries.Key, StringComparer.Ordinal).Take(most).Select(entries => entries.Key).ToArray();
        var isThere = await Task.WhenAll(due.Select(id => IsThereAsync(database, ConversationKeys.Of(prefix, id), id)));
        return [.. due.Where((_, place) => isThere[place])];

        Task<SortedSetEntry[]> Look(RedisKey index, DateTimeOffset until, Exclude exclude) =>
            database.SortedSetRangeByScoreWithScoresAsync(index, stop: until.ToUnixTimeMilliseconds(), exclude: exclude, take: most);
    }

    private static async Task<bool> IsThereAsync(IDatabaseAsync database, ConversationKeys keys, string id) =>
        (long)await Forget.RunAsync(database, [keys.Context, keys.Wakes, keys.Commits], [id]) == 1;
}
