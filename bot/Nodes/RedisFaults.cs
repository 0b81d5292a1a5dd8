using Polly.Timeout;
using StackExchange.Redis;

namespace ServiceBot.Bot.Nodes;

/// <summary>What the client's and the server's errors mean.</summary>
internal static class RedisFaults
{
    // A server that starts, hands over to another, or moves slots says so; a moment later it is done.
    private static readonly string[] Passing = ["LOADING", "READONLY", "CLUSTERDOWN", "TRYAGAIN", "MASTERDOWN", "MOVED", "ASK", "BUSY", "Endpoint"];

    // These last until somebody mends them, and nothing was written.
    private static readonly Dictionary<string, string> Lasting = new(StringComparer.Ordinal)
    {
        ["OOM"] = "its memory is full (maxmemory); nothing is written until there is room",
        ["MISCONF"] = "it cannot write to its disk, and takes no writes until it can",
        ["NOREPLICAS"] = "too few replicas follow (min-replicas-to-write)",
        ["NOAUTH"] = "it wants a password; set it in Redis:Configuration",
        ["NOPERM"] = "the user of Redis:Configuration may not do this",
    };

    /// <summary>Whether the same call may work a moment later.</summary>
    public static bool MayPass(Exception fault) => fault is RedisConnectionException or TimeoutRejectedException or TimeoutException or ObjectDisposedException
        || (fault is RedisServerException && Passing.Contains(Code(fault), StringComparer.Ordinal));

    /// <summary>Why the server cannot do it now; null for errors of this program.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        TimeoutRejectedException or TimeoutException => "no answer in time",
        RedisConnectionException => "not connected",
        ObjectDisposedException => "the connection was given up",
        RedisServerException when Lasting.TryGetValue(Code(fault), out var meaning) => meaning,
        RedisServerException when MayPass(fault) => fault.Message,
        _ => null,
    };

    private static string Code(Exception fault) => fault.Message.Split(' ', 2)[0];
}
