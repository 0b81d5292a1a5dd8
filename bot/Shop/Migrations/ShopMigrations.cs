using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;

namespace ServiceBot.Bot.Shop.Migrations;

/// <summary>Brings the store's tables to the version of this program: numbered SQL files that every database understands, each run once.</summary>
internal static class ShopMigrations
{
    private const string Table = "CREATE TABLE IF NOT EXISTS shop_version (version integer PRIMARY KEY, name text NOT NULL, at text NOT NULL)";

    // Long enough for another node to finish the same, and for a large store to be rewritten.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The version that this program writes and reads.</summary>
    public static int Newest => All.Keys.Last();

    /// <summary>The numbers of all migrations, in order.</summary>
    public static IReadOnlyCollection<int> Versions => All.Keys;

    private static SortedDictionary<int, string> All { get; } = Read();

    /// <summary>Runs what is missing, all in one transaction: several nodes may start at once, and the first does it for all.</summary>
    /// <returns>How many were run.</returns>
    /// <exception cref="StartRefusedException">The store was written by a newer version of this program.</exception>
    public static async Task<int> ApplyAsync(ShopDatabase database, IDatabaseEngine engine, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var patience = database.Database.GetCommandTimeout();
        database.Database.SetCommandTimeout(Longest);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await engine.HoldAsync(database, cancellationToken);
        await database.Database.ExecuteSqlRawAsync(Table, cancellationToken);
        var applied = (await database.Database.SqlQueryRaw<int>("SELECT version AS \"Value\" FROM shop_version").ToListAsync(cancellationToken)).ToHashSet();
        if (applied.DefaultIfEmpty(0).Max() is var newest && newest > Newest)
            throw new StartRefusedException($"The shop's store is of version {newest}, but this program knows versions up to {Newest}. Use a newer program, or another store.");

        // By each number, not from the highest: a number may have been left free for a migration that came later.
        var missing = All.Where(migration => !applied.Contains(migration.Key)).ToList();
        foreach (var (version, name) in missing)
        {
            // Not ExecuteSqlRaw: braces in the file are no placeholders.
            await using (var command = database.Database.GetDbConnection().CreateCommand())
            {
                command.Transaction = transaction.GetDbTransaction();
                command.CommandText = await TextAsync(name, cancellationToken);
                command.CommandTimeout = (int)Longest.TotalSeconds;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            var at = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            await database.Database.ExecuteSqlAsync($"INSERT INTO shop_version (version, name, at) VALUES ({version}, {name}, {at})", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        database.Database.SetCommandTimeout(patience);
        return missing.Count;
    }

    private static SortedDictionary<int, string> Read()
    {
        var prefix = $"{typeof(ShopMigrations).Namespace}.";
        var found = typeof(ShopMigrations).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
        return new(found.Select(name => name[prefix.Length..]).ToDictionary(name => int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture)));
    }

    private static async Task<string> TextAsync(string name, CancellationToken cancellationToken)
    {
        await using var stream = typeof(ShopMigrations).Assembly.GetManifestResourceStream($"{typeof(ShopMigrations).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The program holds no migration '{name}'.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
