using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>The shop on a PostgreSQL server, for any number of nodes. Transactions are READ COMMITTED: what must not race is one conditional update or a unique key.</summary>
internal sealed class PostgreSqlEngine : IDatabaseEngine
{
    // As many different statements as serve nearly all turns; each open connection keeps them at the server.
    private const int StatementsKept = 64;

    // Any number will do, as long as every node holds the same.
    private const long PreparingLock = 7_305_441_909;

    // The effect's key and the order are what every writer takes first: who holds these meets nobody half way.
    private static readonly string[] TakenFirst = ["effects", "orders"];

    private readonly NpgsqlConnectionStringBuilder settings;

    /// <summary>Reads the connection string; what it does not say about waiting, and about keeping what the server worked out for a statement, is said here.</summary>
    /// <param name="connectionString">As the operator wrote it.</param>
    /// <exception cref="ArgumentException">PostgreSQL does not understand it, or it names no host or database.</exception>
    public PostgreSqlEngine(string connectionString)
    {
        settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(settings.Host)) throw new ArgumentException("it names no Host, such as Host=db.example.com;Database=servicebot;Username=servicebot;Password=...", nameof(connectionString));
        if (string.IsNullOrWhiteSpace(settings.Database)) throw new ArgumentException("it names no Database, such as Database=servicebot", nameof(connectionString));
        // A customer waits three seconds for an answer.
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = 2;
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = 10;
        if (!settings.ShouldSerialize("Cancellation Timeout")) settings.CancellationTimeout = 500;
        // To parse and plan a statement takes the server longer than to read a customer's few rows.
        if (!settings.ShouldSerialize("Max Auto Prepare")) settings.MaxAutoPrepare = StatementsKept;
        if (!settings.ShouldSerialize("Application Name")) settings.ApplicationName = "servicebot";
    }

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public string ConnectionString => settings.ConnectionString;

    private string Place => $"PostgreSQL at {settings.Host}:{settings.Port}";

    /// <inheritdoc/>
    public string Ordinal => "C";

    /// <inheritdoc/>
    public void Use(DbContextOptionsBuilder builder) => builder.UseNpgsql(ConnectionString);

    /// <inheritdoc/>
    public async Task PrepareAsync(ShopDatabase database, CancellationToken cancellationToken)
    {
        var commits = await database.Database.SqlQueryRaw<string>("SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync(cancellationToken);
        if (string.Equals(commits, "off", StringComparison.Ordinal))
            throw new StartRefusedException(
                $"{Place} has synchronous_commit 'off': a power cut would take back refunds that it acknowledged. Switch it on: ALTER DATABASE \"{settings.Database}\" SET synchronous_commit = on");
    }

    /// <inheritdoc/>
    public Task HoldAsync(ShopDatabase database, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PreparingLock})", cancellationToken);

    /// <inheritdoc/>
    public async Task HoldWritersAsync(ShopDatabase database, CancellationToken cancellationToken)
    {
        await HoldAsync(database, cancellationToken);
        var tables = TakenFirst.Concat(database.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
#pragma warning disable EF1002 // The names are those of our own model.
        await database.Database.ExecuteSqlRawAsync($"LOCK TABLE {string.Join(", ", tables)} IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
#pragma warning restore EF1002
    }

    /// <inheritdoc/>
    public string? Explain(Exception fault) => fault.Find<NpgsqlException>() switch
    {
        null => null,
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"{Place} refuses the user '{settings.Username}'. Check Username and Password in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"{Place} has no database '{settings.Database}'. Make it (CREATE DATABASE \"{settings.Database}\"), or correct Database in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } error =>
            $"{Place} does not allow the user '{settings.Username}' what the shop needs: {error.MessageText}. Make it the owner of the database '{settings.Database}'.",
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } => $"{Place} is starting or stopping. Try again in a moment.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => $"{Place} has no connection left. Raise max_connections, or set a smaller Maximum Pool Size in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"The disk of {Place} is full. Free some space; nothing that was acknowledged is lost.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => $"{Place} only reads: it is a standby. Name the primary in Database:ConnectionString.",
        PostgresException error => $"{Place} failed: {error.MessageText} ({error.SqlState})",
        { } error when error.Find<SocketException>() is { } socket => $"{Place} cannot be reached: {socket.Message}. Start it, or correct Host and Port in Database:ConnectionString.",
        { } error when error.Find<TimeoutException>() is not null => $"{Place} does not answer in time.",
        { } error => $"{Place} failed: {error.Message}",
    };

    /// <inheritdoc/>
    public bool IsPassing(Exception fault) => fault.Find<NpgsqlException>() is { IsTransient: true };

    /// <inheritdoc/>
    public bool RefusesWrites(Exception fault) => fault.Find<PostgresException>() is
    {
        SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction,
    };

    /// <inheritdoc/>
    public string? BrokenRule(DbUpdateException fault) => fault.Find<PostgresException>() is { } error && error.SqlState.StartsWith("23", StringComparison.Ordinal) ? error.MessageText : null;
}
