using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Bot.BotFramework;

namespace ServiceBot.Bot.DirectLine;

/// <summary>How Direct Line's own documents are written.</summary>
[JsonSerializable(typeof(DirectLineError))]
[JsonSerializable(typeof(ConversationOpened))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(SessionId))]
[JsonSerializable(typeof(PageRequest))]
[JsonSerializable(typeof(PageToken))]
[JsonSerializable(typeof(PassRequest))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = true, // User.Id is sent as well as user.id
    AllowDuplicateProperties = false,
    MaxDepth = 16)]
internal sealed partial class DirectLineJson : JsonSerializerContext;

/// <summary>What a client learns when it starts, reconnects or refreshes.</summary>
internal sealed record ConversationOpened(string ConversationId, string Token)
{
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }
    public string? StreamUrl { get; init; }
    public string? ReferenceGrammarId { get; init; }
}

/// <summary>What a client or another server may say when it asks for a token or starts a conversation.</summary>
internal sealed record TokenRequest
{
    public ChannelAccount? User { get; init; }
    public List<string>? TrustedOrigins { get; init; }
    public string? Locale { get; init; }
}

/// <summary>An id for sign-in cards.</summary>
internal sealed record SessionId([property: JsonPropertyName("sessionId")] string Value);

/// <summary>What the page asks of its back end.</summary>
internal sealed record PageRequest
{
    public string? Locale { get; init; }
    /// <summary>Whether to leave the conversation so far and begin a new one.</summary>
    public bool Restart { get; init; }
}

/// <summary>What brings the page to a conversation that was begun elsewhere.</summary>
internal sealed record PassRequest
{
    /// <summary>What a link held, or the code that was told.</summary>
    public string? Pass { get; init; }
}

/// <summary>What the page needs to open its conversation.</summary>
internal sealed record PageToken(string Token, string ConversationId, string UserId, string Locale);
