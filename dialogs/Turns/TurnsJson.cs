using System.Text.Json.Serialization;

namespace ServiceBot.Dialogs.Turns;

/// <summary>How contexts, journals and log entries are written; additive changes only, so that the previous and the next version can read them.</summary>
[JsonSerializable(typeof(ConversationContext))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(Message))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
public sealed partial class TurnsJson : JsonSerializerContext;
