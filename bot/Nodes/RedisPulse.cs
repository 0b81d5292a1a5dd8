using System.Net;
using StackExchange.Redis;

namespace ServiceBot.Bot.Nodes;

/// <summary>
/// Twice a second writes to every server that holds conversations, and hears itself by publish/subscribe. What it finds is what readiness tells; a
/// server that is silent is not asked again until it answers here; and connections that seem open while nothing comes through them are replaced.
/// </summary>
internal sealed partial class RedisPulse(RedisLink redis, TimeProvider time, ILogger<RedisPulse> logger) : BackgroundService
{
    private const int MissesUntilSilent = 2;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GivenUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Deaf = TimeSpan.FromSeconds(10);

    private readonly string echo = $"pulse:{redis.Node}";
    private long answered;
    private long heard;
    private int misses;

    /// <summary>What is wrong with Redis now, or null.</summary>
    public string? Trouble { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        answered = heard = time.GetTimestamp();
        redis.Listen(echo, _ => Volatile.Write(ref heard, time.GetTimestamp()));
        using var rhythm = new PeriodicTimer(Rhythm, time);
        while (await rhythm.WaitForNextTickAsync(stoppingToken)) await BeatAsync(stoppingToken);
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(OneBucketOfEachServer().Select(bucket => AskAsync(bucket, cancellationToken)));
        var isSilent = Array.TrueForAll(answers, answer => answer is { IsSilent: true });
        if (!isSilent) answered = time.GetTimestamp();
        misses = isSilent ? misses + 1 : 0;
        Tell(Array.Find(answers, answer => answer is not null)?.Reason);
        redis.Silence = misses >= MissesUntilSilent ? Trouble : null;
        redis.Publish(echo, "");
        if (Elapsed(answered) > GivenUp || (!isSilent && Elapsed(heard) > Deaf)) await ReconnectAsync(cancellationToken);
    }

    private async Task<Answer?> AskAsync(int bucket, CancellationToken cancellationToken)
    {
        RedisKey key = $"{redis.Prefix}:{Buckets.Tag(bucket)}:pulse";
        try
        {
            await redis.Database.StringSetAsync(key, redis.Node, Kept).WaitAsync(redis.Deadline, time, cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            return new Answer($"{ServerOf(key)}: {RedisFaults.Explain(fault) ?? fault.Message}", fault is TimeoutException or RedisConnectionException or ObjectDisposedException);
        }
    }

    private async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.ReconnectAsync().WaitAsync(GivenUp, time, cancellationToken);
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            Log.NotReconnected(logger, fault);
        }
        answered = heard = time.GetTimestamp(); // the new connections have their time too
    }

    // A server alone, or with replicas, has all buckets; in a cluster each has its share.
    private IEnumerable<int> OneBucketOfEachServer() =>
        Enumerable.Range(0, Buckets.Count).DistinctBy(bucket => ServerOf(Buckets.Tag(bucket)), StringComparer.Ordinal);

    private string ServerOf(RedisKey key)
    {
        var servers = redis.Multiplexer.GetEndPoints();
        var cluster = servers.Select(server => redis.Multiplexer.GetServer(server).ClusterConfiguration).FirstOrDefault(configuration => configuration is not null);
        return cluster is null ? string.Join(", ", (IEnumerable<EndPoint>)servers) : cluster.GetBySlot(key)?.EndPoint?.ToString() ?? "no server";
    }

    private TimeSpan Elapsed(long since) => time.GetElapsedTime(Volatile.Read(ref since));

    private void Tell(string? trouble)
    {
        if (!string.Equals(trouble, Trouble, StringComparison.Ordinal))
        {
            if (trouble is null) Log.Answers(logger);
            else Log.Troubled(logger, trouble);
        }
        Trouble = trouble;
    }

    private sealed record Answer(string Reason, bool IsSilent);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Redis is in trouble: {Trouble}")]
        public static partial void Troubled(ILogger logger, string trouble);

        [LoggerMessage(2, LogLevel.Information, "Redis answers again.")]
        public static partial void Answers(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "Redis could not be connected to anew; it is tried again.")]
        public static partial void NotReconnected(ILogger logger, Exception fault);
    }
}
