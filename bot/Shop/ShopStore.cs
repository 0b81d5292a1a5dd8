using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Migrations;

namespace ServiceBot.Bot.Shop;

/// <summary>Makes the shop's store ready: its folder, its tables, and the settings that SQLite keeps in the file.</summary>
internal sealed class ShopStore(IDbContextFactory<ShopDatabase> databases, DatabaseOptions options, TimeProvider clock)
{
    /// <summary>Creates or upgrades the store. Safe to call again.</summary>
    /// <exception cref="StartRefusedException">It cannot be used; the message says why.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var file = options.File;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            await ShopMigrations.ApplyAsync(database, clock.GetUtcNow(), cancellationToken);
        }
        catch (SqliteException error)
        {
            throw options.Refusal(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The folder of the shop's store '{file}' cannot be made: {error.Message}", error);
        }
    }
}
