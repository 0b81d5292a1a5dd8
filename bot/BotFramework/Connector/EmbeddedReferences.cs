using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>
/// References in one SQLite file of this process. A crash of the machine may lose the last marks of delivery, and a message is then sent a
/// second time; that is why the file need not wait for the disk.
/// </summary>
internal sealed class EmbeddedReferences : IConversationReferences, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly SqliteConnection file;

    public EmbeddedReferences(string path)
    {
        file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        using var prepare = file.CreateCommand();
        prepare.CommandText =
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            CREATE TABLE IF NOT EXISTS conversation_references (conversation TEXT PRIMARY KEY, reference TEXT NOT NULL, delivered INTEGER NOT NULL, touched INTEGER NOT NULL) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS conversation_references_touched ON conversation_references (touched);
            """;
        prepare.ExecuteNonQuery();
    }

    public async Task<(ConversationReference Reference, long Delivered)?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var command = Command("SELECT reference, delivered FROM conversation_references WHERE conversation = $id", ("$id", conversationId));
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            if (!await row.ReadAsync(cancellationToken)) return null;
            var reference = JsonSerializer.Deserialize(row.GetString(0), ConnectorJson.Default.ConversationReference)
                ?? throw new InvalidDataException($"The reference of conversation '{conversationId}' is null.");
            return (reference, row.GetInt64(1));
        }
        finally
        {
            one.Release();
        }
    }

    public Task SaveAsync(ConversationReference reference, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        """
        INSERT INTO conversation_references VALUES ($id, $reference, 0, $now)
        ON CONFLICT DO UPDATE SET reference = $reference, touched = $now
        """,
        cancellationToken,
        ("$id", reference.ConversationId), ("$reference", JsonSerializer.Serialize(reference, ConnectorJson.Default.ConversationReference)), ("$now", now.ToUnixTimeMilliseconds()));

    public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE conversation_references SET delivered = max(delivered, $sequence) WHERE conversation = $id", cancellationToken, ("$id", conversationId), ("$sequence", sequence));

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

    public void Dispose()
    {
        file.Dispose();
        one.Dispose();
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var command = Command(sql, parameters);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
