using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What the company tells over the socket (twilio.com/docs/voice/conversationrelay/websocket-messages).</summary>
/// <param name="Type">setup, prompt or dtmf.</param>
internal sealed record RelayedFrame(string Type)
{
    public string? SessionId { get; init; }
    public string? AccountSid { get; init; }
    public string? CallSid { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Direction { get; init; }
    public string? CallStatus { get; init; }
    public ImmutableSortedDictionary<string, string>? CustomParameters { get; init; }
    public string? VoicePrompt { get; init; }
    public string? Lang { get; init; }
    public bool? Last { get; init; }
    public string? Digit { get; init; }

    /// <summary>As it goes over the wire.</summary>
    public string Json() => JsonSerializer.Serialize(this, RelayedJson.Readable.RelayedFrame);
}

/// <summary>What the application tells; fields that are not known are left alone.</summary>
internal sealed record RelayedAnswer
{
    /// <summary>text, play, sendDigits, language or end.</summary>
    public string Type { get; init; } = "";
    /// <summary>text: the words.</summary>
    public string Token { get; init; } = "";
    /// <summary>text: whether these end what is said.</summary>
    public bool Last { get; init; }
    /// <summary>text: their language, where it is another.</summary>
    public string? Lang { get; init; }
    /// <summary>end: what the action is told.</summary>
    public string? HandoffData { get; init; }

    /// <summary>Reads a frame.</summary>
    /// <exception cref="JsonException">It is none, which the company calls error 64107.</exception>
    public static RelayedAnswer Read(string json) => JsonSerializer.Deserialize(json, RelayedJson.Default.RelayedAnswer) is { Type.Length: > 0 } answer ? answer : throw new JsonException("The frame has no type.");
}

/// <summary>How frames are written and read.</summary>
[JsonSerializable(typeof(RelayedFrame))]
[JsonSerializable(typeof(RelayedAnswer))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RelayedJson : JsonSerializerContext
{
    /// <summary>Letters as they are: people read it in the log.</summary>
    public static RelayedJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
