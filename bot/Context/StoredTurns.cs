using System.Buffers;
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
    // Larger documents are rare; their room is not held on to.
    private const int Kept = 64 * 1024;

    // Korean as it is takes half the room of its escapes; nobody reads these documents as part of a page. The encoder is the writer's and not the
    // serializer's, which would then leave the code generated for writing unused and take half as long again.
    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? room;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>A conversation as it is kept: as small as can be, for it stays in memory as long as the conversation lives.</summary>
    public byte[] Write(ConversationContext context) => Write(context, TurnsJson.Default.ConversationContext, CompressionLevel.Optimal);

    /// <summary>An entry of the log as it is kept.</summary>
    public byte[] Write(LogEntry entry) => Write(entry, TurnsJson.Default.LogEntry, CompressionLevel.Fastest);

    /// <summary>An entry of the journal as it is kept.</summary>
    public byte[] Write(JournalEntry entry) => Write(entry, TurnsJson.Default.JournalEntry, CompressionLevel.Fastest);

    /// <summary>The conversation of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    /// <exception cref="SealException">The document cannot be opened.</exception>
    public ConversationContext ReadContext(ReadOnlyMemory<byte> document) => Read(document, TurnsJson.Default.ConversationContext);

    /// <summary>The log entry of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    /// <exception cref="SealException">The document cannot be opened.</exception>
    public LogEntry ReadLogEntry(ReadOnlyMemory<byte> document) => Read(document, TurnsJson.Default.LogEntry);

    /// <summary>The journal entry of a document.</summary>
    /// <exception cref="JsonException">The document is none.</exception>
    /// <exception cref="SealException">The document cannot be opened.</exception>
    public JournalEntry ReadJournalEntry(ReadOnlyMemory<byte> document) => Read(document, TurnsJson.Default.JournalEntry);

    private byte[] Write<T>(T value, JsonTypeInfo<T> type, CompressionLevel level)
    {
        if (room is not { Capacity: <= Kept } output) room = output = new(4 * 1024);
        output.ResetWrittenCount();
        writer ??= new(output, AsItIs);
        writer.Reset(output);
        JsonSerializer.Serialize(writer, value, type);
        return seal.Seal(output.WrittenSpan, level);
    }

    private T Read<T>(ReadOnlyMemory<byte> document, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(seal.Open(document).Span, type) ?? throw new JsonException($"The store holds 'null' where a {typeof(T).Name} belongs.");
}
