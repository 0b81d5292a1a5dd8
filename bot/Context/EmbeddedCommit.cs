using Microsoft.Data.Sqlite;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>Writes all that one turn leaves, in one transaction: all of it or nothing.</summary>
internal static class EmbeddedCommit
{
    private const string First =
        """
        INSERT INTO conversations (id, version, context, next_wake, committing_at) VALUES ($id, $version, $context, $wake, $committing)
        ON CONFLICT DO NOTHING
        """;

    private const string Next =
        """
        UPDATE conversations SET version = $version, context = $context, next_wake = $wake, committing_at = $committing
        WHERE id = $id AND version = $expected
        """;

    private const string Event =
        "INSERT INTO events (conversation, channel, event, sequence) VALUES ($id, $channel, $event, $sequence) ON CONFLICT DO NOTHING";

    private const string Entry = "INSERT INTO log (conversation, sequence, entry) VALUES ($id, $sequence, $entry)";

    private const string Journal = "INSERT INTO journal (conversation, version, entry) VALUES ($id, $version, $entry)";

    private const string Undelivered = "INSERT INTO undelivered (conversation, sequence) VALUES ($id, $sequence) ON CONFLICT DO UPDATE SET sequence = $sequence";

    private const string Delivered = "DELETE FROM undelivered WHERE conversation = $id AND sequence <= $sequence";

    private const string Remove =
        """
        BEGIN IMMEDIATE;
        DELETE FROM journal WHERE conversation = $id;
        DELETE FROM log WHERE conversation = $id;
        DELETE FROM events WHERE conversation = $id;
        DELETE FROM undelivered WHERE conversation = $id;
        DELETE FROM conversations WHERE id = $id;
        COMMIT;
        PRAGMA wal_checkpoint(TRUNCATE);
        """;

    /// <summary>Removes all that is kept of a conversation; the file's free pages are overwritten, and so is the write-ahead log.</summary>
    public static async Task RemoveAsync(SqliteConnection writer, string conversationId)
    {
        await using var command = writer.CreateCommand();
        command.CommandText = Remove;
        command.Parameters.AddWithValue("$id", conversationId);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Forgets that messages up to a sequence have to be brought.</summary>
    public static async Task DeliveredAsync(SqliteConnection writer, string conversationId, long sequence)
    {
        await using var command = writer.CreateCommand();
        command.CommandText = Delivered;
        command.Parameters.AddWithValue("$id", conversationId);
        command.Parameters.AddWithValue("$sequence", sequence);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes the commit unless another turn came first, or this event was already answered.</summary>
    /// <returns>Whether it was written.</returns>
    public static async Task<bool> WriteAsync(SqliteConnection writer, StoredTurns stored, Commit commit)
    {
        var context = commit.Context;
        CrashPoint.Reach("context.commit");
        await using var transaction = writer.BeginTransaction(deferred: false);
        var isFirst = commit.ExpectedVersion == 0;
        var written = await ExecuteAsync(
            isFirst ? First : Next,
            [
                ("$id", context.Id), ("$version", context.Version),
                ("$context", stored.Write(context)),
                ("$wake", context.Wakes.Count == 0 ? null : context.Wakes.Min(wake => wake.At).ToUnixTimeMilliseconds()),
                ("$committing", context.Committing?.At.ToUnixTimeMilliseconds()),
                .. isFirst ? Array.Empty<(string, object?)>() : [("$expected", commit.ExpectedVersion)],
            ]);
        if (written == 0)
            return false;
        if (await ExecuteAsync(Event, [("$id", context.Id), ("$channel", commit.Channel), ("$event", commit.EventId), ("$sequence", commit.AnsweredAt)]) == 0)
            return false;
        foreach (var entry in commit.Entries)
            await ExecuteAsync(Entry, [("$id", context.Id), ("$sequence", entry.Sequence), ("$entry", stored.Write(entry))]);
        if (commit.ToDeliver is { } newest) await ExecuteAsync(Undelivered, [("$id", context.Id), ("$sequence", newest)]);
        await ExecuteAsync(Journal, [("$id", context.Id), ("$version", context.Version), ("$entry", stored.Write(commit.Journal))]);
        CrashPoint.Reach("context.written");
        await transaction.CommitAsync();
        CrashPoint.Reach("context.committed");
        return true;

        async Task<int> ExecuteAsync(string sql, (string Name, object? Value)[] parameters)
        {
            await using var command = writer.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            return await command.ExecuteNonQueryAsync();
        }
    }
}
