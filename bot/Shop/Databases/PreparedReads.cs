using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>
/// Keeps what SQLite worked out for a query with the connection on which it ran, for the next time: to work it out takes longer than to read a customer's few rows,
/// and Entity Framework forgets it with each command. PostgreSQL's driver does the same by itself, where <see cref="PostgreSqlEngine"/> tells it to.
/// </summary>
internal sealed class PreparedReads : DbCommandInterceptor
{
    private const int KeptAtMost = 64;
    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, Statement>> kept = [];

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        StatementOf(command) is { } statement ? InterceptionResult<DbDataReader>.SuppressWithResult(statement.Read()) : result;

    /// <inheritdoc/>
    // SQLite has nothing to wait for: its driver reads in the same way.
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(ReaderExecuting(command, eventData, result));
    }

    private Statement? StatementOf(DbCommand command)
    {
        if (command is not SqliteCommand { Connection: { } connection } asked || !asked.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) return null;
        var known = kept.GetOrCreateValue(connection);
        if (!known.TryGetValue(asked.CommandText, out var statement))
        {
            if (known.Count >= KeptAtMost) return null;
            var prepared = new SqliteCommand(asked.CommandText, connection) { Transaction = asked.Transaction };
            prepared.Prepare();
            known[asked.CommandText] = statement = new Statement(prepared);
        }
        return statement.TryTake(asked) ? statement : null;
    }

    private sealed class Statement(SqliteCommand prepared)
    {
        private DbDataReader? reader;

        /// <summary>Takes over what is asked this time; false while the answer to the time before is still being read.</summary>
        public bool TryTake(SqliteCommand asked)
        {
            if (reader is { IsClosed: false }) return false;
            prepared.Transaction = asked.Transaction;
            prepared.CommandTimeout = asked.CommandTimeout;
            prepared.Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters) prepared.Parameters.Add(parameter);
            return true;
        }

        public DbDataReader Read() => reader = prepared.ExecuteReader();
    }
}
