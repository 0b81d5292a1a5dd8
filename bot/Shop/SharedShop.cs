using System.Globalization;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Shop.Databases;
using StackExchange.Redis;

namespace ServiceBot.Bot.Shop;

/// <summary>
/// Where nodes meet in Redis, each says there which shop it has, for some seconds at a time; one with another shop than those that are up refuses to
/// start, since it would take turns of conversations whose orders it does not know. What is in a file is that node's own; what is on a PostgreSQL server
/// is taken for the same.
/// </summary>
internal sealed partial class SharedShop(IServiceProvider services, IDatabaseEngine engine, TimeProvider clock, ILogger<SharedShop> logger) : BackgroundService
{
    /// <summary>How long what a node said counts after it said so last.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(4);
    private readonly RedisLink? redis = services.GetService<RedisLink>();

    private string Own => engine is SqliteEngine { File: var file }
        ? string.Create(CultureInfo.InvariantCulture, $"{engine.Name} {Environment.MachineName}:{Path.GetFullPath(file)}") : engine.Name;

    private RedisKey Key => $"{redis?.Prefix}:shop";

    /// <inheritdoc/>
    /// <exception cref="StartRefusedException">Nodes with another shop are up; the message names it.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (redis is null) return;
        if (await OtherAsync(redis, cancellationToken) is { } other)
            throw new StartRefusedException(
                $"Redis serves nodes whose shop is '{other}', and this one's is '{Own}'. The nodes of one bot need one shop: give all the same PostgreSQL (Database:Provider, Database:ConnectionString), or this one a Redis:Prefix of its own. Where the others have just been stopped, start again in {Counts.TotalSeconds:0} seconds.");
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (redis is null) return;
        using var rhythm = new PeriodicTimer(Rhythm, clock);
        while (await rhythm.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await OtherAsync(redis, stoppingToken) is { } other) Log.AnotherShop(logger, Own, other);
            }
            catch (StoreUnavailableException)
            {
                // Readiness tells that Redis is away; it is said again when it is back.
            }
        }
    }

    // Says which shop this node has, unless nodes with another one said so lately.
    private async Task<string?> OtherAsync(RedisLink link, CancellationToken cancellationToken) => await link.AskAsync(
        async database =>
        {
            if (await database.StringSetAsync(Key, Own, Counts, When.NotExists)) return null;
            string? said = await database.StringGetAsync(Key);
            if (said is not null && !string.Equals(said, Own, StringComparison.Ordinal)) return said;
            await database.KeyExpireAsync(Key, Counts);
            return null;
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "This node's shop is '{Own}', and other nodes at the same Redis have '{Other}': stop one of them.")]
        public static partial void AnotherShop(ILogger logger, string own, string other);
    }
}
