using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>
/// The documents that stores keep: the one place where a context, a log entry or a journal entry becomes bytes (JSON in UTF-8), and back.
/// Members that this version does not know are passed over, and those that an older one did not write have their defaults.
/// </summary>
internal sealed class StoredTurns
{
    /// <summary>A conversation as it is kept.</summary>
    public byte[] Write(ConversationContext context) => JsonSerializer.SerializeToUtf8Bytes(context, TurnsJson.Default.ConversationContext);

    /// <summary>An entry of the log as it is kept.</summary>
    public byte[] Write(LogEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, TurnsJson.Default.LogEntry);

    /// <summary>An entry of the journal as it is kept.</summary>
    public byte[] Write(JournalEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, TurnsJson.Default.JournalEntry);

    /// <summary>The conversation of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    public ConversationContext ReadContext(ReadOnlySpan<byte> document) => Read(document, TurnsJson.Default.ConversationContext);

    /// <summary>The log entry of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    public LogEntry ReadLogEntry(ReadOnlySpan<byte> document) => Read(document, TurnsJson.Default.LogEntry);

    /// <summary>The journal entry of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    public JournalEntry ReadJournalEntry(ReadOnlySpan<byte> document) => Read(document, TurnsJson.Default.JournalEntry);

    private static T Read<T>(ReadOnlySpan<byte> document, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(document, type) ?? throw new JsonException($"The store holds 'null' where a {typeof(T).Name} belongs.");
}
