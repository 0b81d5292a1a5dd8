using Microsoft.Data.Sqlite;
using ServiceBot.Bot.Privacy;
using ServiceBot.CtiAdapter.Calls;

namespace ServiceBot.Bot.Telephone;

/// <summary>Notes of callers in one SQLite file of this process. What a crash of the machine may lose of them costs a caller one question; what is old is forgotten.</summary>
internal sealed class EmbeddedCallerNotes : ICallerNotes, IPersonalRecords, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly SqliteConnection file;

    /// <summary>Opens the file, and creates it where there is none.</summary>
    public EmbeddedCallerNotes(string path)
    {
        file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        using var prepare = file.CreateCommand();
        prepare.CommandText =
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA secure_delete = ON;
            CREATE TABLE IF NOT EXISTS callers (caller TEXT PRIMARY KEY, call TEXT NOT NULL, conversation TEXT NOT NULL, at INTEGER NOT NULL, locale TEXT, cut INTEGER NOT NULL) WITHOUT ROWID;
            """;
        prepare.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public async Task<CallerNote?> FindAsync(string caller, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var command = Command("SELECT call, conversation, at, locale, cut FROM callers WHERE caller = $caller", ("$caller", caller));
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken)
                ? new CallerNote(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))) { Locale = row.IsDBNull(3) ? null : row.GetString(3), WasCut = row.GetBoolean(4) }
                : null;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task KeepAsync(string caller, CallerNote note, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var command = Command(
                """
                INSERT OR REPLACE INTO callers VALUES ($caller, $call, $conversation, $at, $locale, $cut);
                DELETE FROM callers WHERE at < $forgotten;
                """,
                ("$caller", caller), ("$call", note.CallSid), ("$conversation", note.Conversation), ("$at", note.At.ToUnixTimeMilliseconds()),
                ("$locale", note.Locale), ("$cut", note.WasCut), ("$forgotten", (note.At - RedisCallerNotes.Forgotten).ToUnixTimeMilliseconds()));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            foreach (var conversation in conversations)
            {
                await using var command = Command("DELETE FROM callers WHERE conversation = $conversation", ("$conversation", conversation));
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        file.Dispose();
        one.Dispose();
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
