using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using ServiceBot.Servers;

namespace ServiceBot.Conversations.Scripts;

/// <summary>On which stores conversations are played. The servers are of this run, one for all; each conversation has keys and a database of its own.</summary>
internal sealed class ScriptStores
{
    private static readonly Lazy<Task<RedisServer>> Redis = new(() => RedisServer.StartAsync("--appendonly", "no"));
    private static readonly ConcurrentDictionary<DateTimeOffset, Lazy<Task<string>>> Templates = new();
    private static int given;

    private readonly bool hasRedis;

    private ScriptStores(bool hasRedis, bool hasPostgreSql) => (this.hasRedis, HasPostgreSql) = (hasRedis, hasPostgreSql);

    /// <summary>Everything in files of one process.</summary>
    public static ScriptStores Embedded { get; } = new(hasRedis: false, hasPostgreSql: false);

    /// <summary>Live conversations in Redis, the shop in a file.</summary>
    public static ScriptStores OnRedis { get; } = new(hasRedis: true, hasPostgreSql: false);

    /// <summary>Live conversations in Redis, the shop in PostgreSQL.</summary>
    public static ScriptStores OnRedisAndPostgreSql { get; } = new(hasRedis: true, hasPostgreSql: true);

    /// <summary>Whether the shop is in PostgreSQL.</summary>
    public bool HasPostgreSql { get; }

    /// <summary>Settings for stores that nobody else uses.</summary>
    public async Task<ImmutableDictionary<string, string?>> NewAsync()
    {
        if (!hasRedis) return ImmutableDictionary<string, string?>.Empty;
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        return ImmutableDictionary<string, string?>.Empty
            .Add("Redis:Configuration", (await Redis.Value).Configuration)
            .Add("Redis:Prefix", string.Create(CultureInfo.InvariantCulture, $"script{Interlocked.Increment(ref given)}"))
            .Add("Redis:DeadlineMilliseconds", "5000"); // the tests' machine may be busy
    }

    /// <summary>Settings for a database that is a copy of the demo shop as it stands at a time.</summary>
    /// <param name="start">The time.</param>
    /// <param name="write">Writes the demo shop into an empty database, given its settings.</param>
    public static async Task<ImmutableDictionary<string, string?>> CopyShopAsync(DateTimeOffset start, Func<ImmutableDictionary<string, string?>, Task> write)
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        var template = await Templates.GetOrAdd(start, _ => new(async () =>
        {
            var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
            await write(Database(connection));
            NpgsqlConnection.ClearAllPools(); // a database with connections cannot be copied
            return new NpgsqlConnectionStringBuilder(connection).Database ?? "";
        })).Value;
        return Database(await CopyAsync(template));
    }

    private static async Task<string> CopyAsync(string template)
    {
        var server = await PostgresServer.SharedAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"script_{Interlocked.Increment(ref given)}");
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString("postgres", server.Port));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {template}";
        await command.ExecuteNonQueryAsync();
        return PostgresServer.ConnectionString(name, server.Port) + ";Maximum Pool Size=4;Connection Idle Lifetime=5;Connection Pruning Interval=2";
    }

    private static ImmutableDictionary<string, string?> Database(string connection) =>
        ImmutableDictionary<string, string?>.Empty.Add("Database:Provider", "PostgreSQL").Add("Database:ConnectionString", connection);
}
