using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Caching.Memory;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.BotFramework.Connector;

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
            CREATE INDEX IF NOT EXISTS conversation_references_touched ON conversation_references (touched);
            """;
        prepare.ExecuteNonQuery();
    }

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

    public async Task SaveAsync(ConversationReference reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var json = StoredReference.Write(reference);
        var fingerprint = StoredReference.FingerprintOf(json);
        await one.WaitAsync(cancellationToken);
        try
        {
            var before = await ReadAsync(reference.ConversationId, cancellationToken);
            if (before is not null && now - before.Touched < RewrittenAfter && before.Fingerprint == fingerprint) return;
            await using var command = Command(
                """
                INSERT INTO conversation_references VALUES ($id, $reference, 0, $now)
                ON CONFLICT DO UPDATE SET reference = $reference, touched = $now
                """,
                ("$id", reference.ConversationId), ("$reference", seal.Seal(json)), ("$now", now.ToUnixTimeMilliseconds()));
            await command.ExecuteNonQueryAsync(cancellationToken);
            Remember(reference.ConversationId, new Known(fingerprint, reference, before?.Delivered ?? 0, now));
        }
        finally
        {
            one.Release();
        }
    }

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

    public Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken) => DeliveredAsync(conversationId, delivered, cancellationToken);

    public async Task<ImmutableArray<string>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var command = Command("SELECT conversation FROM conversation_references WHERE touched >= $since", ("$since", since.ToUnixTimeMilliseconds()));
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            var found = ImmutableArray.CreateBuilder<string>();
            while (await row.ReadAsync(cancellationToken)) found.Add(row.GetString(0));
            return found.ToImmutable();
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
        var json = seal.Open(row.GetFieldValue<byte[]>(0));
        return Remember(conversationId, new Known(StoredReference.FingerprintOf(json.Span), StoredReference.Read(json.Span), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))));
    }

    private Known Remember(string conversationId, Known read) => known.Set(conversationId, read, new MemoryCacheEntryOptions { Size = 1 });

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private sealed record Known(UInt128 Fingerprint, ConversationReference Reference, long Delivered, DateTimeOffset Touched);
}
