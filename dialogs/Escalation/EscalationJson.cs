using System.Text.Json.Serialization;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>How what goes to the desk is written.</summary>
[JsonSerializable(typeof(DeskStanding))]
[JsonSerializable(typeof(HandoffPacket))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
public sealed partial class EscalationJson : JsonSerializerContext;
