using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.Desk.Queues;

/// <summary>
/// The queue of all nodes, in one slot of Redis: a sorted set a lane and one without its callers, and hashes of entries, of offers, and of who passed. Each step is one script.
/// It is as lost as Redis is; the dispatcher's sweep puts back whoever waits by the rows.
/// </summary>
internal sealed class RedisQueue(RedisLink redis) : IQueueStore
{
    private readonly RedisKey entries = $"{redis.Prefix}:{{desk}}:entries";
    private readonly RedisKey offers = $"{redis.Prefix}:{{desk}}:offers";
    private readonly RedisKey passed = $"{redis.Prefix}:{{desk}}:passed";
    private readonly RedisKey lanes = $"{redis.Prefix}:{{desk}}:lanes";
    private readonly string lanePrefix = $"{redis.Prefix}:{{desk}}:lane:";

    /// <inheritdoc/>
    public async Task<bool> EnqueueAsync(QueueEntry entry, CancellationToken cancellationToken) =>
        (long)await RunAsync(QueueScripts.Enqueue, [entries, lanes, offers], [entry.Id, Write(entry), entry.Rank, NameOf(entry.Lane), lanePrefix], cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<ImmutableArray<QueueEntry>> PeekAsync(Lane lane, int most, CancellationToken cancellationToken) =>
        [.. Pairs(await RunAsync(QueueScripts.Peek, [entries, passed, LaneKey(lane)], [most], cancellationToken)).Select(pair => Read(pair[0], pair[1]))];

    /// <inheritdoc/>
    public async Task<ImmutableArray<QueueEntry>> PeekChatsAsync(Lane lane, int most, CancellationToken cancellationToken) =>
        [.. Pairs(await RunAsync(QueueScripts.PeekChats, [entries, passed, LaneKey(lane), $"{lanePrefix}{NameOf(lane)}:chats"], [most], cancellationToken)).Select(pair => Read(pair[0], pair[1]))];

    /// <inheritdoc/>
    public async Task<bool> ClaimAsync(string id, string agentId, DateTimeOffset until, CancellationToken cancellationToken) =>
        (long)await RunAsync(QueueScripts.Claim, [entries, offers], [id, WriteOffer(agentId, until), lanePrefix], cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<QueueEntry?> TakeAsync(string id, string agentId, CancellationToken cancellationToken)
    {
        // A call whose answer was lost is made again: the token tells it from a second wish to take.
        RedisValue token = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var taken = await RunAsync(QueueScripts.Take, [entries, offers, passed, $"{redis.Prefix}:{{desk}}:taken:{id}"], [id, agentId, token], cancellationToken);
        return taken.IsNull ? null : Read(((RedisValue[])taken)[0], ((RedisValue[])taken)[1]);
    }

    /// <inheritdoc/>
    public async Task<bool> ReleaseAsync(string id, string agentId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (long)await RunAsync(QueueScripts.Release, [entries, offers, passed], [id, agentId, now.ToUnixTimeMilliseconds(), lanePrefix], cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<Offer?> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var removed = await RunAsync(QueueScripts.Remove, [entries, offers, passed], [id, lanePrefix], cancellationToken);
        return removed.IsNull || (RedisValue[])removed is not [var entry, var offer, var by] ? null : ReadOffer(entry, offer, by);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Offer>> OffersAsync(CancellationToken cancellationToken) =>
        [.. Pairs(await RunAsync(QueueScripts.Offers, [entries, offers, passed], [], cancellationToken)).Select(offer => ReadOffer(offer[0], offer[1], offer[2]))];

    /// <inheritdoc/>
    public async Task<ImmutableArray<LaneLength>> LengthsAsync(CancellationToken cancellationToken)
    {
        var found = (RedisResult[])await RunAsync(QueueScripts.Lengths, [entries, offers, lanes], [lanePrefix], cancellationToken);
        var waiting = Pairs(found[0]).Select(lane => (Entry: Read(lane[0], RedisValue.Null), Count: (int)lane[1]));
        var offered = ((RedisValue[])found[1]).Select(entry => (Entry: Read(entry, RedisValue.Null), Count: 1));
        return [.. waiting.Concat(offered).GroupBy(part => part.Entry.Lane).Select(lane => new LaneLength(lane.Key, lane.Sum(part => part.Count), lane.Min(part => part.Entry.Since)))];
    }

    /// <inheritdoc/>
    public async Task<int> PositionAsync(Lane lane, string? id, CancellationToken cancellationToken) =>
        (int)await RunAsync(QueueScripts.Position, [offers, LaneKey(lane)], [id ?? ""], cancellationToken);

    private Task<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken) =>
        redis.AskAsync(database => script.RunAsync(database, keys, values), cancellationToken);

    private RedisKey LaneKey(Lane lane) => lanePrefix + NameOf(lane);

    private static string NameOf(Lane lane) => $"{lane.Language}:{lane.Skill}";

    // The lane stands before the document, where scripts find it without reading the document.
    private static string Write(QueueEntry entry) => $"{NameOf(entry.Lane)}\n{JsonSerializer.Serialize(entry, QueueJson.Default.QueueEntry)}";

    private static QueueEntry Read(RedisValue written, RedisValue passedBy)
    {
        var text = (string)written;
        var entry = JsonSerializer.Deserialize(text.AsSpan(text.IndexOf('\n', StringComparison.Ordinal) + 1), QueueJson.Default.QueueEntry)
            ?? throw new JsonException($"The queue holds '{text}' where an entry should be.");
        return ((string?)passedBy)?.Split('\n') is [var at, .. var agents]
            ? entry with { PassedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)), PassedBy = [.. agents] }
            : entry;
    }

    private static string WriteOffer(string agentId, DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"{agentId}\n{until.ToUnixTimeMilliseconds()}");

    private static Offer ReadOffer(RedisValue entry, RedisValue offer, RedisValue passedBy)
    {
        var parts = ((string)offer).Split('\n');
        return new(Read(entry, passedBy), parts[0], DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<RedisValue[]> Pairs(RedisResult result) => ((RedisResult[])result).Select(row => (RedisValue[])row);
}

/// <summary>How an entry is written; who passed is kept beside it, where a script can change it.</summary>
[JsonSerializable(typeof(QueueEntry))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class QueueJson : JsonSerializerContext;
