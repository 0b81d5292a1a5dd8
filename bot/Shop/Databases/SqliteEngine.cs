using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>The shop in one file beside the program.</summary>
/// <param name="connectionString">As the operator wrote it.</param>
/// <exception cref="ArgumentException">SQLite does not understand it.</exception>
internal sealed class SqliteEngine(string connectionString) : IDatabaseEngine
{
    private const int ReadOnly = 8, Io = 10, Full = 13, Constraint = 19;

    /// <inheritdoc/>
    public string Name => "Sqlite";

    /// <inheritdoc/>
    // Ten seconds is longer than any transaction of ours, and shorter than a customer's patience.
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 10 }.ToString();

    /// <summary>The file.</summary>
    public string File { get; } = new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <inheritdoc/>
    public string Ordinal => "BINARY";

    /// <inheritdoc/>
    public void Use(DbContextOptionsBuilder builder) => builder.UseSqlite(ConnectionString).AddInterceptors(new DurableConnection(ConnectionString), new PreparedReads());

    /// <inheritdoc/>
    public async Task PrepareAsync(ShopDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(File)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The folder of the shop's store '{File}' cannot be made: {error.Message}", error);
        }

        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    /// <inheritdoc/>
    // Every transaction begins as a writer (BEGIN IMMEDIATE), and there is one writer at a time.
    public Task HoldAsync(ShopDatabase database, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task HoldWritersAsync(ShopDatabase database, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public string? Explain(Exception fault) => (fault.Find<SqliteException>() is { } error ? (int?)error.SqliteErrorCode : null) switch
    {
        null => null,
        5 or 6 => $"The shop's store '{File}' is locked by another program. End it, or set DataDirectory to another place.",
        ReadOnly => $"The shop's store '{File}' cannot be written: it is read-only.",
        Io => $"The disk failed while reading or writing the shop's store '{File}': {fault.Message}",
        11 or 26 => $"The file '{File}' is damaged or not a SQLite database. Restore it from a backup, or move it away to begin anew.",
        Full => $"The disk is full: the shop's store '{File}' cannot grow. Free some space and start again.",
        14 => $"The shop's store '{File}' cannot be opened. Check that its folder exists and may be written.",
        _ => $"The shop's store '{File}' failed: {fault.Message}",
    };

    /// <inheritdoc/>
    // Who finds the file locked has waited already.
    public bool IsPassing(Exception fault) => false;

    /// <inheritdoc/>
    public bool RefusesWrites(Exception fault) => fault.Find<SqliteException>() is { SqliteErrorCode: ReadOnly or Io or Full };

    /// <inheritdoc/>
    public string? BrokenRule(DbUpdateException fault) => fault.Find<SqliteException>() is { SqliteErrorCode: Constraint } broken ? broken.Message : null;
}
