using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>
/// Sets on every connection what SQLite does not keep in the file: a commit is on the disk before it is answered, and what is deleted is overwritten.
/// A connection stays open for as long as the context is pooled that uses it: to open one again and set it up costs as much as a query.
/// </summary>
/// <param name="connectionString">Where the file is.</param>
internal sealed class DurableConnection(string connectionString) : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON";

    /// <inheritdoc/>
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(connectionString));

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends with its context, and not with each use of it.</summary>
    private sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
    {
        public override void Close()
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) base.Close();
            base.Dispose(disposing);
        }
    }
}
