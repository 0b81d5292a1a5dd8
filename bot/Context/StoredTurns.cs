using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>
/// The documents that stores keep: the one place where a context, a log entry or a journal entry becomes bytes (JSON in UTF-8, sealed), and back.
/// What a store finds and orders by (ids, versions, sequences, times) it keeps beside the document. Members that this version does not know are
/// passed over, and those that an older one did not write have their defaults.
/// </summary>
internal sealed class StoredTurns(DocumentSeal seal)
{
    // Korean as it is takes half the room of its escapes; nobody reads these documents as part of a page.
    private static readonly TurnsJson Json = new(new JsonSerializerOptions(TurnsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A conversation as it is kept: as small as can be, for it stays in memory as long as the conversation lives.</summary>
    public byte[] Write(ConversationContext context) => seal.Seal(JsonSerializer.SerializeToUtf8Bytes(context, Json.ConversationContext), CompressionLevel.Optimal);

    /// <summary>An entry of the log as it is kept.</summary>
    public byte[] Write(LogEntry entry) => seal.Seal(JsonSerializer.SerializeToUtf8Bytes(entry, Json.LogEntry));

    /// <summary>An entry of the journal as it is kept.</summary>
    public byte[] Write(JournalEntry entry) => seal.Seal(JsonSerializer.SerializeToUtf8Bytes(entry, Json.JournalEntry));

    /// <summary>The conversation of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    /// <exception cref="SealException">The document cannot be opened.</exception>
    public ConversationContext ReadContext(ReadOnlyMemory<byte> document) => Read(document, Json.ConversationContext);

    /// <summary>The log entry of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    /// <exception cref="SealException">The document cannot be opened.</exception>
    public LogEntry ReadLogEntry(ReadOnlyMemory<byte> document) => Read(document, Json.LogEntry);

    /// <summary>The journal entry of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    /// <exception cref="SealException">The document cannot be opened.</exception>
    public JournalEntry ReadJournalEntry(ReadOnlyMemory<byte> document) => Read(document, Json.JournalEntry);

    private T Read<T>(ReadOnlyMemory<byte> document, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(seal.Open(document).Span, type) ?? throw new JsonException($"The store holds 'null' where a {typeof(T).Name} belongs.");
}
