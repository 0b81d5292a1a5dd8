using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.Tests.Nodes;

/// <summary>A node's way to Redis, and the store over it. Each has keys of its own, unless two are given the same prefix; and it is patient, since the tests' machine may be busy.</summary>
internal sealed class OpenNode : IDisposable
{
    public OpenNode(string configuration, string? prefix = null, Action<RedisSettings>? set = null)
    {
        Settings = new RedisSettings { Configuration = configuration, Prefix = prefix ?? NewPrefix(), DeadlineMilliseconds = 5_000 };
        set?.Invoke(Settings);
        Link = RedisLink.Open(Settings, Clock, NullLogger<RedisLink>.Instance);
        Store = new RedisContextStore(Link, Seals.Stored, new RecentContexts(), Options.Create(Settings), Clock);
    }

    public ShiftedClock Clock { get; } = new();
    public RedisSettings Settings { get; }
    public RedisLink Link { get; }
    public RedisContextStore Store { get; }

    public static string NewPrefix() => "t" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    public void Dispose() => Link.Dispose();
}
