using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Nodes;

/// <summary>What is wrong with a server, and what that means for conversations: looked at once, at the start.</summary>
internal static partial class RedisCheck
{
    private static readonly Version Oldest = new(6, 0);
    private static readonly Version OldestTried = new(7, 0);

    /// <summary>Refuses servers that would lose conversations while they run, and warns of those that would when they stop.</summary>
    /// <exception cref="StartRefusedException">A server would do harm; every reason is told.</exception>
    public static void Check(IReadOnlyList<RedisFacts> servers, ILogger logger)
    {
        var refusals = servers.SelectMany(Refusals).ToList();
        if (!servers.Any(server => server.IsMaster)) refusals.Add("None of the Redis servers takes writes: all are replicas. Name the master in Redis:Configuration too.");
        if (refusals.Count > 0) throw new StartRefusedException(string.Join(Environment.NewLine, refusals));
        foreach (var warning in servers.SelectMany(Warnings)) Log.Warned(logger, warning);
    }

    /// <summary>Why a server must not be used.</summary>
    public static IEnumerable<string> Refusals(RedisFacts server)
    {
        if (server.Version < Oldest) yield return $"Redis {server.Server} has version {server.Version}; {Oldest} is the oldest that is used.";
        if (server is { MaxMemory: > 0, Eviction: not "noeviction" })
            yield return $"Redis {server.Server} has maxmemory-policy {server.Eviction}: when its memory is full, conversations would vanish in mid-sentence, and events that come twice would be done twice. Set it to noeviction.";
        if (server.ClusterState is "fail") yield return $"Redis {server.Server} says that the cluster's state is not ok: part of the conversations cannot be reached. See CLUSTER INFO and CLUSTER NODES there.";
    }

    /// <summary>What whoever runs a server ought to know.</summary>
    public static IEnumerable<string> Warnings(RedisFacts server)
    {
        if (server.Version < OldestTried) yield return $"Redis {server.Server} has version {server.Version}, which was not tried; {OldestTried} and later were.";
        if (server is { MaxMemory: 0, Eviction: not "noeviction" }) yield return $"Redis {server.Server} has maxmemory-policy {server.Eviction}; with a maxmemory, conversations would vanish. Set it to noeviction.";
        if (!server.AppendOnly)
            yield return $"Redis {server.Server} has appendonly no: when it stops, live conversations are forgotten, and customers begin again from their open cases. Set it to yes.";
        else if (server.AppendFsync is null)
            yield return $"Redis {server.Server} does not tell its appendfsync (CONFIG GET is not allowed): unless it is always, a crash may cost the last turns.";
        else if (server.AppendFsync != "always")
            yield return $"Redis {server.Server} has appendfsync {server.AppendFsync}: a crash may cost {(server.AppendFsync == "no" ? "some half a minute" : "the last second, or more on a slow disk,")} of turns, and a customer may be asked one question again; orders and money are in the database. With always nothing is lost, and a turn waits for the disk.";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
        public static partial void Warned(ILogger logger, string warning);
    }
}
