using System.Globalization;
using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>What a document leaves behind for the answer to it. It travels in the address of that answer, so that nobody keeps it: any node takes any answer, and the same answer twice means the same.</summary>
/// <param name="Conversation">The conversation that the call takes part in.</param>
/// <param name="Number">The number of the answer within the call; with the call's id it is the id of the event.</param>
internal sealed record CallState(string Conversation, long Number)
{
    /// <summary>The event whose replies are being heard.</summary>
    public string Heard { get; init; } = "";
    /// <summary>The sequence of the newest entry of the log that was spoken.</summary>
    public long Spoken { get; init; }
    /// <summary>What the keys mean.</summary>
    public KeyMap Keys { get; init; } = new(KeyKind.None);
    /// <summary>The language that was spoken.</summary>
    public string Locale { get; init; } = "ko-KR";
    /// <summary>How often the caller was asked to wait for the answer that is being worked on.</summary>
    public int Waits { get; init; }
    /// <summary>Whether the caller waits in the queue.</summary>
    public bool InQueue { get; init; }
    /// <summary>Why a message is recorded, or null.</summary>
    public string? Recording { get; init; }
    /// <summary>Failures of ours in a row.</summary>
    public int Failures { get; init; }

    /// <summary>The event that the answer is; the same answer delivered twice has the same.</summary>
    public string EventOf(string callSid) => string.Create(CultureInfo.InvariantCulture, $"{callSid}:{(InQueue ? "q" : "")}{Number}{(Failures == 0 ? "" : $".{Failures}")}");
}

/// <summary>How the state is written.</summary>
[JsonSerializable(typeof(CallState))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class CallStateJson : JsonSerializerContext;
