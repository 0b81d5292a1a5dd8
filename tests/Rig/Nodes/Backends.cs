using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>What several nodes stand on: Redis, PostgreSQL and the payment provider, each behind a proxy.</summary>
internal sealed class Backends : IAsyncDisposable
{
    /// <summary>The database of the shop.</summary>
    public const string Database = "rig";

    private static readonly TimeSpan RefundsEndWithin = TimeSpan.FromSeconds(120);

    private Backends(RedisServer redis, PostgresServer postgres, PaymentProvider provider, string sealKey)
    {
        (Redis, Postgres, Provider, SealKey) = (redis, postgres, provider, sealKey);
        (ToRedis, ToPostgres, ToProvider) = (new TcpProxy(redis.Port), new TcpProxy(postgres.Port), new TcpProxy(provider.Port));
    }

    public RedisServer Redis { get; }

    public PostgresServer Postgres { get; }

    public PaymentProvider Provider { get; }

    /// <summary>What seals conversations, on all nodes.</summary>
    public string SealKey { get; }

    /// <summary>The way to Redis.</summary>
    public TcpProxy ToRedis { get; }

    /// <summary>The way to PostgreSQL.</summary>
    public TcpProxy ToPostgres { get; }

    /// <summary>The way to the payment provider.</summary>
    public TcpProxy ToProvider { get; }

    /// <summary>Why they cannot be started here, or null where they can; the reason to skip a test.</summary>
    public static string? WhyMissing => BotBuild.WhyMissing ?? RedisServer.WhyMissing ?? PostgresServer.WhyMissing;

    /// <summary>For the nodes, by way of the proxies.</summary>
    public IEnumerable<string> Settings =>
    [
        "--Redis:Configuration", $"127.0.0.1:{ToRedis.Port}",
        "--Database:Provider", "PostgreSQL", "--Database:ConnectionString", PostgresServer.ConnectionString(Database, ToPostgres.Port),
        "--Payments:BaseUrl", $"http://127.0.0.1:{ToProvider.Port}/", "--Payments:ApiKey", PaymentProvider.Key,
        "--Privacy:Keys:0", SealKey,
    ];

    /// <summary>Everything that they wrote where no customer may be recognised.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Redis.Folder, "*", SearchOption.AllDirectories).Append(Provider.Books);

    /// <summary>Starts them; Redis is asked to have every write on the disk before it answers, unless the ground says otherwise.</summary>
    public static async Task<Backends> StartAsync(Ground ground)
    {
        var postgres = await PostgresServer.StartAsync(isDurable: true, ground.PostgresDisk, ground.PostgresLogDisk);
        await postgres.CreateDatabaseAsync(Database);
        if (ground.Backup is { } backup)
            await postgres.RestoreAsync(Database, backup.Dump);
        string[] restored = ground.Backup is { Redis: var folder } ? ["--dir", folder] : [];
        return new Backends(
            await RedisServer.StartAsync(ground.RedisEnvironment, ["--appendfsync", "always", "--enable-debug-command", "local", .. ground.Redis, .. restored]),
            postgres, await PaymentProvider.StartAsync(ground.Backup?.Books), ground.Backup?.SealKey ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>Waits until every refund has ended, or the time is up in which each must.</summary>
    public async Task UntilRefundsEndedAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < RefundsEndWithin; await Task.Delay(500))
            if (await CountRefundsUnderWayAsync() == 0)
                return;
    }

    /// <summary>How many refunds have begun and not ended.</summary>
    public async Task<int> CountRefundsUnderWayAsync() =>
        int.Parse(await Postgres.AskAsync(Database, "SELECT count(*) FROM refunds WHERE state IN ('reserved', 'unknown')"), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ToRedis.DisposeAsync();
        await ToPostgres.DisposeAsync();
        await ToProvider.DisposeAsync();
        await Provider.DisposeAsync();
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
