using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>Chooses the database by <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
internal static class DatabaseEngines
{
    /// <summary>Reads the settings; SQLite with no connection string keeps the shop in <c>shop.db</c> in the data directory.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong; the message names it and, where it holds no password, its value.</exception>
    public static IDatabaseEngine From(DatabaseSettings settings, DataDirectory directory)
    {
        var given = settings.ConnectionString;
        if (settings.Provider == DatabaseKind.Sqlite)
            return Read(given, () => new SqliteEngine(given.Length > 0 ? given : $"Data Source={directory.File("shop.db")}"), $"Database:ConnectionString is '{given}', which SQLite does not understand");
        if (given.Length == 0)
            throw new StartRefusedException("Database:Provider is 'PostgreSQL', but Database:ConnectionString is empty. Write Host=...;Database=...;Username=...;Password=...");
        return Read(given, () => new PostgreSqlEngine(given), "Database:ConnectionString (not shown, for its password) is not understood");
    }

    private static IDatabaseEngine Read(string given, Func<IDatabaseEngine> read, string refusal)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new StartRefusedException($"{refusal}: {error.Message}", given.Contains("password", StringComparison.OrdinalIgnoreCase) ? null : error);
        }
    }
}
