using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Caching.Memory;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Delivery;

/// <summary>
/// References in one SQLite file of this process. A crash of the machine may lose the last marks of delivery, and a message is then sent a
/// second time; that is why the file need not wait for the disk. The file belongs to this process alone, so what was read or written last is
/// kept in memory, and a reference that did not change is written once an hour.
/// </summary>
internal sealed class EmbeddedReferences : IConversationReferences, IDisposable
{
    private static readonly TimeSpan RewrittenAfter = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly SqliteConnection file;
    private readonly DocumentSeal seal;
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public EmbeddedReferences(string path, DocumentSeal seal)
    {
        this.seal = seal;
        file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        using var prepare = file.CreateCommand();
        prepare.CommandText =
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA secure_delete = ON;
            CREATE TABLE IF NOT EXISTS conversation_references (conversation TEXT PRIMARY KEY, reference BLOB NOT NULL, delivered INTEGER NOT NULL, touched INTEGER NOT NULL) WITHOUT ROWID;
            DROP INDEX IF EXISTS conversation_references_touched;
            """;
        prepare.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    // The file belongs to this process, whose lanes deliver one at a time: every claim is granted.
    public async Task<DeliveryClaim> ClaimAsync(string conversationId, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(conversationId, cancellationToken) is { } found ? new(IsMine: true, found.Reference, found.Delivered) : new(IsMine: true, null, 0);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string conversationId, CancellationToken cancellationToken) => (await ClaimAsync(conversationId, cancellationToken)).Reference;

    /// <inheritdoc/>
    public async Task SaveAsync(string conversationId, ReadOnlyMemory<byte> reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var before = await ReadAsync(conversationId, cancellationToken);
            if (before is not null && now - before.Touched < RewrittenAfter && before.Reference.Span.SequenceEqual(reference.Span)) return;
            await using var command = Command(
                """
                INSERT INTO conversation_references VALUES ($id, $reference, 0, $now)
                ON CONFLICT DO UPDATE SET reference = $reference, touched = $now
                """,
                ("$id", conversationId), ("$reference", seal.Seal(reference.Span)), ("$now", now.ToUnixTimeMilliseconds()));
            await command.ExecuteNonQueryAsync(cancellationToken);
            Remember(conversationId, new Known(reference, before?.Delivered ?? 0, now));
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (await ReadAsync(conversationId, cancellationToken) is not { } before || before.Delivered >= sequence) return;
            await using var command = Command("UPDATE conversation_references SET delivered = $sequence WHERE conversation = $id", ("$id", conversationId), ("$sequence", sequence));
            await command.ExecuteNonQueryAsync(cancellationToken);
            Remember(conversationId, before with { Delivered = sequence });
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken) => DeliveredAsync(conversationId, delivered, cancellationToken);

    /// <inheritdoc/>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            foreach (var conversation in conversations)
            {
                await using var command = Command("DELETE FROM conversation_references WHERE conversation = $id", ("$id", conversation));
                await command.ExecuteNonQueryAsync(cancellationToken);
                known.Remove(conversation);
            }
            await using var checkpoint = Command("PRAGMA wal_checkpoint(TRUNCATE)");
            await checkpoint.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        file.Dispose();
        known.Dispose();
        one.Dispose();
    }

    private async Task<Known?> ReadAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(conversationId, out Known? kept)) return kept;
        await using var command = Command("SELECT reference, delivered, touched FROM conversation_references WHERE conversation = $id", ("$id", conversationId));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken)) return null;
        return Remember(conversationId, new Known(seal.Open(row.GetFieldValue<byte[]>(0)), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))));
    }

    private Known Remember(string conversationId, Known read) => known.Set(conversationId, read, new MemoryCacheEntryOptions { Size = 1 });

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private sealed record Known(ReadOnlyMemory<byte> Reference, long Delivered, DateTimeOffset Touched);
}
