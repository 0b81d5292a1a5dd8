using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>Journals from a file, by conversation.</summary>
internal static class Journals
{
    private const string SqliteMagic = "SQLite format 3";

    /// <summary>Reads an embedded store, or JSON Lines with one journal entry a line.</summary>
    /// <exception cref="StartRefusedException">The file is missing, or is neither; the message names the line.</exception>
    public static async Task<IReadOnlyList<IGrouping<string, JournalEntry>>> ReadAsync(string file, StoredTurns stored, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new StartRefusedException($"There is no file '{file}'.");
        var lines = await IsStoreAsync(file, cancellationToken)
            ? await StoredAsync(file, cancellationToken)
            : [.. (await File.ReadAllLinesAsync(file, cancellationToken)).Select(Encoding.UTF8.GetBytes)];
        return [.. lines.Select((line, index) => (line, index)).Where(entry => entry.line.Length > 0).Select(entry => Parse(file, stored, entry.line, entry.index + 1))
            .GroupBy(entry => entry.Turn.ConversationId, StringComparer.Ordinal)];
    }

    private static JournalEntry Parse(string file, StoredTurns stored, byte[] line, int number)
    {
        try
        {
            var entry = stored.ReadJournalEntry(line);
            return entry.Turn.Input.IsKnown ? entry : throw new StartRefusedException($"{file}:{number.ToString(CultureInfo.InvariantCulture)} holds an input that a newer version of this program wrote.");
        }
        catch (Exception fault) when (fault is JsonException or SealException)
        {
            throw new StartRefusedException($"{file}:{number.ToString(CultureInfo.InvariantCulture)} cannot be read as a journal entry: {fault.Message}", fault);
        }
    }

    private static async Task<bool> IsStoreAsync(string file, CancellationToken cancellationToken)
    {
        var start = new byte[SqliteMagic.Length];
        await using var stream = File.OpenRead(file);
        return await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken) == start.Length
            && Encoding.ASCII.GetString(start) == SqliteMagic;
    }

    private static async Task<byte[][]> StoredAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT entry FROM journal ORDER BY conversation, version";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<byte[]>();
        while (await rows.ReadAsync(cancellationToken))
            entries.Add(rows.GetFieldValue<byte[]>(0));
        return [.. entries];
    }
}
