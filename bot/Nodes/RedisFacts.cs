using System.Globalization;
using StackExchange.Redis;

namespace ServiceBot.Bot.Nodes;

/// <summary>What one server says about itself.</summary>
/// <param name="Server">Its address.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsMaster">Whether it takes writes.</param>
/// <param name="MaxMemory">The limit of its memory in bytes, or 0 for none.</param>
/// <param name="Eviction">What it does at that limit.</param>
/// <param name="AppendOnly">Whether it writes what it holds to its disk, write by write.</param>
/// <param name="AppendFsync">How soon that is on the disk: always, everysec or no; null where it does not tell.</param>
/// <param name="ClusterState">ok or fail; null where it is no cluster.</param>
internal sealed record RedisFacts(
    string Server, Version Version, bool IsMaster, long MaxMemory, string Eviction, bool AppendOnly, string? AppendFsync, string? ClusterState)
{
    /// <summary>Asks every server that is connected. Blocks, so only for the start.</summary>
    public static IReadOnlyList<RedisFacts> Ask(ConnectionMultiplexer redis) =>
        [.. redis.GetEndPoints().Select(server => redis.GetServer(server)).Where(server => server.IsConnected).Select(server => Ask(redis, server))];

    private static RedisFacts Ask(ConnectionMultiplexer redis, IServer server)
    {
        var info = server.Info().SelectMany(section => section).ToLookup(line => line.Key, line => line.Value, StringComparer.Ordinal);
        return new RedisFacts(
            server.EndPoint.ToString() ?? "", Version.Parse(Text("redis_version")), Text("role") == "master", Number("maxmemory"), Text("maxmemory_policy"),
            Number("aof_enabled") == 1, Fsync(server), Number("cluster_enabled") == 1 ? State(redis) : null);

        string Text(string name) => info[name].FirstOrDefault() ?? "";
        long Number(string name) => long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    // The operator may have taken CONFIG away.
    private static string? Fsync(IServer server)
    {
        try
        {
            return server.ConfigGet("appendfsync").Select(setting => setting.Value).FirstOrDefault();
        }
        catch (RedisServerException)
        {
            return null;
        }
    }

    private static string State(ConnectionMultiplexer redis) =>
        ((string?)redis.GetDatabase().Execute("CLUSTER", "INFO"))?.Contains("cluster_state:ok", StringComparison.Ordinal) == true ? "ok" : "fail";
}
