using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Relay;

/// <summary>What the company tells over the socket (twilio.com/docs/voice/conversationrelay/websocket-messages); types and fields that are not known are left alone.</summary>
internal sealed record RelayFrame
{
    /// <summary>setup, prompt, dtmf, interrupt, info or error.</summary>
    public string Type { get; init; } = "";
    /// <summary>setup: the call.</summary>
    public string CallSid { get; init; } = "";
    /// <summary>setup: the account.</summary>
    public string AccountSid { get; init; } = "";
    /// <summary>setup: the caller's number.</summary>
    public string From { get; init; } = "";
    /// <summary>setup: the number that was called.</summary>
    public string To { get; init; } = "";
    /// <summary>setup: what our document gave along.</summary>
    public ImmutableDictionary<string, string>? CustomParameters { get; init; }
    /// <summary>prompt: what the caller said.</summary>
    public string VoicePrompt { get; init; } = "";
    /// <summary>prompt: whether that is all of it; true unless said.</summary>
    public bool? Last { get; init; }
    /// <summary>dtmf: one key.</summary>
    public string Digit { get; init; } = "";
    /// <summary>error: what was wrong with a frame of ours.</summary>
    public string Description { get; init; } = "";
}

/// <summary>Words to speak; the last of a turn ends it.</summary>
internal sealed record TextFrame(string Token, bool Last, string Lang)
{
    public string Type => "text";
    /// <summary>Whether the caller may talk over it.</summary>
    public bool Interruptible => true;
}

/// <summary>Ends the session; the call goes on with the document's action.</summary>
internal sealed record EndFrame(string HandoffData)
{
    public string Type => "end";
}

/// <summary>Why a session ended, as it comes back in <c>HandoffData</c>. Nothing personal: the company keeps it.</summary>
internal sealed record Handoff(string Reason)
{
    /// <summary>The conversation took leave.</summary>
    public const string Farewell = "farewell";
    /// <summary>A person is to take over, which the call itself sees to.</summary>
    public const string Person = "person";
    /// <summary>Turn after turn failed; documents know how to go on without us.</summary>
    public const string Trouble = "trouble";
}

/// <summary>How frames are written.</summary>
[JsonSerializable(typeof(RelayFrame))]
[JsonSerializable(typeof(TextFrame))]
[JsonSerializable(typeof(EndFrame))]
[JsonSerializable(typeof(Handoff))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RelayJson : JsonSerializerContext;
