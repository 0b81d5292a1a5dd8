using Microsoft.Data.Sqlite;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Shop;

/// <summary>Where the system of record is kept, from <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
/// <param name="ConnectionString">What SQLite connects to.</param>
internal sealed record DatabaseOptions(string ConnectionString)
{
    /// <summary>The file that SQLite keeps the shop in.</summary>
    public string File { get; } = new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>Reads the settings; with no connection string, the store is <c>shop.db</c> in the data directory.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong; the message names it and its value.</exception>
    public static DatabaseOptions From(IConfiguration configuration, DataDirectory directory)
    {
        if (configuration["Database:Provider"] is { Length: > 0 } provider && !string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
            throw new StartRefusedException($"Database:Provider is '{provider}', but this version keeps the shop in Sqlite only.");
        var text = configuration["Database:ConnectionString"] is { Length: > 0 } given ? given : $"Data Source={directory.File("shop.db")}";
        try
        {
            // Ten seconds is longer than any transaction of ours, and shorter than a customer's patience.
            return new(new SqliteConnectionStringBuilder(text) { ForeignKeys = true, DefaultTimeout = 10 }.ToString());
        }
        catch (ArgumentException error)
        {
            throw new StartRefusedException($"Database:ConnectionString is '{text}', which SQLite does not understand: {error.Message}", error);
        }
    }

    /// <summary>Says in plain words what SQLite reports about the file.</summary>
    public StartRefusedException Refusal(SqliteException error) => new(error.SqliteErrorCode switch
    {
        5 or 6 => $"The shop's store '{File}' is locked by another program. End it, or set DataDirectory to another place.",
        8 => $"The shop's store '{File}' cannot be written: it is read-only.",
        10 => $"The disk failed while reading or writing the shop's store '{File}': {error.Message}",
        11 or 26 => $"The file '{File}' is damaged or not a SQLite database. Restore it from a backup, or move it away to begin anew.",
        13 => $"The disk is full: the shop's store '{File}' cannot grow. Free some space and start again.",
        14 => $"The shop's store '{File}' cannot be opened. Check that its folder exists and may be written.",
        _ => $"The shop's store '{File}' failed: {error.Message}",
    }, error);
}
