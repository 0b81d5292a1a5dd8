using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>
/// Live conversations in one SQLite file of this process. There is one writer, so that a commit never waits on the file's lock; readers see the
/// last commit without waiting (write-ahead log), and a commit that was acknowledged is on the disk (synchronous=FULL).
/// </summary>
internal sealed class EmbeddedContextStore : IContextStore, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SqliteConnection writer;
    private readonly string reading;
    private readonly StoredTurns stored;
    private readonly RecentContexts recent;

    private EmbeddedContextStore(SqliteConnection writer, string reading, StoredTurns stored, RecentContexts recent)
    {
        this.writer = writer;
        this.reading = reading;
        this.stored = stored;
        this.recent = recent;
    }

    /// <summary>Opens the file, and creates it with its tables where there is none.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="stored">How documents are written.</param>
    /// <param name="recent">Remembers what was written last.</param>
    /// <exception cref="SqliteException">The file cannot be written, or is no such store.</exception>
    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static EmbeddedContextStore Open(string file, StoredTurns stored, RecentContexts recent)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            opened.Open();
            EmbeddedSchema.Prepare(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        return new EmbeddedContextStore(opened, new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString(), stored, recent);
    }

    /// <inheritdoc/>
    public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken)
    {
        TurnIds.CheckConversation(conversationId);
        if (eventId.Length > 0) // read for no event, none is looked for
            TurnIds.CheckEvent(eventId);
        return ReadAsync(
            """
            SELECT context, (SELECT sequence FROM events WHERE conversation = $conversation AND channel = $channel AND event = $event)
            FROM conversations WHERE id = $conversation
            """,
            [("$conversation", conversationId), ("$channel", channel), ("$event", eventId)],
            async row => await row.ReadAsync(cancellationToken)
                ? new Loaded(stored.ReadContext(row.GetFieldValue<byte[]>(0)), row.IsDBNull(1) ? null : row.GetInt64(1))
                : new Loaded(null, null),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ConversationContext? Recall(string conversationId) => recent.Of(conversationId);

    /// <inheritdoc/>
    public void Foresee(string conversationId, long version, ImmutableArray<KnownFact> facts) => recent.Foresee(conversationId, version, facts);

    /// <inheritdoc/>
    public async Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        TurnIds.CheckConversation(commit.Context.Id);
        TurnIds.CheckEvent(commit.EventId);
        await writing.WaitAsync(cancellationToken);
        try
        {
            // From here on the commit is not given up: it ends before anybody could tell that it was cut short.
            recent.Forget(commit.Context.Id); // whatever comes of it is not what was written before
            var isWritten = await EmbeddedCommit.WriteAsync(writer, stored, commit);
            if (isWritten) recent.Keep(commit.Context);
            return isWritten;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) => ReadAsync(
        "SELECT entry FROM log WHERE conversation = $conversation AND sequence > $after ORDER BY sequence",
        [("$conversation", conversationId), ("$after", after)],
        rows => AllAsync(rows, row => stored.ReadLogEntry(row.GetFieldValue<byte[]>(0)), cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => ReadAsync(
        "SELECT entry FROM journal WHERE conversation = $conversation ORDER BY version",
        [("$conversation", conversationId)],
        rows => AllAsync(rows, row => stored.ReadJournalEntry(row.GetFieldValue<byte[]>(0)), cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT id FROM (
            SELECT id, next_wake AS due FROM conversations WHERE next_wake <= $now
            UNION ALL
            SELECT id, committing_at FROM conversations WHERE committing_at < $orphanedBefore)
        GROUP BY id ORDER BY min(due), id LIMIT $most
        """,
        [("$now", now.ToUnixTimeMilliseconds()), ("$orphanedBefore", orphanedBefore.ToUnixTimeMilliseconds()), ("$most", most)],
        rows => AllAsync(rows, row => row.GetString(0), cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT conversation, sequence FROM undelivered",
        [],
        rows => AllAsync(rows, row => new Undelivered(row.GetString(0), row.GetInt64(1)), cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public async Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await EmbeddedCommit.DeliveredAsync(writer, conversationId, sequence);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationId, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            recent.Forget(conversationId);
            await EmbeddedCommit.RemoveAsync(writer, conversationId);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Closes the file; nothing that was acknowledged is lost without it.</summary>
    public void Dispose()
    {
        writer.Dispose();
        writing.Dispose();
        using var readers = new SqliteConnection(reading);
        SqliteConnection.ClearPool(readers);
    }

    private async Task<T> ReadAsync<T>(
        string sql, (string Name, object Value)[] parameters, Func<SqliteDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(reading);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await read(rows);
    }

    private static async Task<ImmutableArray<T>> AllAsync<T>(SqliteDataReader rows, Func<SqliteDataReader, T> parse, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        while (await rows.ReadAsync(cancellationToken))
            all.Add(parse(rows));
        return all.ToImmutable();
    }
}
