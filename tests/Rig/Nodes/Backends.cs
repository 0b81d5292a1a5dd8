using System.Diagnostics;
using System.Security.Cryptography;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>What several nodes stand on: Redis, PostgreSQL and the payment provider, each behind a proxy.</summary>
internal sealed class Backends : IAsyncDisposable
{
    private static readonly TimeSpan RefundsEndWithin = TimeSpan.FromSeconds(120);
    private const string Database = "rig";
    private readonly string sealKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private Backends(RedisServer redis, PostgresServer postgres, PaymentProvider provider)
    {
        (Redis, Postgres, Provider) = (redis, postgres, provider);
        (ToRedis, ToPostgres, ToProvider) = (new TcpProxy(redis.Port), new TcpProxy(postgres.Port), new TcpProxy(provider.Port));
    }

    public RedisServer Redis { get; }

    public PostgresServer Postgres { get; }

    public PaymentProvider Provider { get; }

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
        "--Privacy:Keys:0", sealKey,
    ];

    /// <summary>Everything that they wrote where no customer may be recognised.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Redis.Folder, "*", SearchOption.AllDirectories).Append(Provider.Books);

    /// <summary>Starts them.</summary>
    /// <param name="redis">Options of Redis.</param>
    public static async Task<Backends> StartAsync(string[] redis)
    {
        var postgres = await PostgresServer.StartAsync(isDurable: true);
        await postgres.CreateDatabaseAsync(Database);
        return new Backends(await RedisServer.StartAsync(redis), postgres, await PaymentProvider.StartAsync());
    }

    /// <summary>Waits until every refund has ended, or the time is up in which each must.</summary>
    public async Task UntilRefundsEndedAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < RefundsEndWithin; await Task.Delay(500))
            if (await Postgres.AskAsync(Database, "SELECT count(*) FROM refunds WHERE state IN ('reserved', 'unknown')") == "0")
                return;
    }

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
