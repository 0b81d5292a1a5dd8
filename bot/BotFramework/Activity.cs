using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.BotFramework;

/// <summary>An activity of the Bot Framework protocol as it stands on the wire. Fields that are not named here are kept and written back (A2005).</summary>
internal sealed record Activity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    /// <summary>UTC, as text, since a client's own may be anything.</summary>
    public string? Timestamp { get; set; }
    public string? ServiceUrl { get; set; }
    public string? ChannelId { get; set; }
    public ChannelAccount? From { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public string? TextFormat { get; set; }
    public string? AttachmentLayout { get; set; }
    public List<ChannelAccount>? MembersAdded { get; set; }
    public string? Locale { get; set; }
    public string? Text { get; set; }
    public string? Speak { get; set; }
    public string? InputHint { get; set; }
    public SuggestedActions? SuggestedActions { get; set; }
    public List<Attachment>? Attachments { get; set; }
    public string? ReplyToId { get; set; }
    public string? Name { get; set; }
    public JsonElement? Value { get; set; }
    public string? DeliveryMode { get; set; }
    public JsonElement? ChannelData { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }

    /// <summary>The attachments, without holes; empty where there are none.</summary>
    [JsonIgnore]
    public IEnumerable<Attachment> Files => Attachments?.Where(file => file is not null) ?? [];
}

/// <summary>Who sends or receives.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    /// <summary>bot or user.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Where an activity belongs.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>A file or a card.</summary>
internal sealed record Attachment
{
    public string? ContentType { get; set; }
    public string? ContentUrl { get; set; }
    public JsonElement? Content { get; set; }
    public string? Name { get; set; }
    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Buttons under a message, gone once it is answered.</summary>
internal sealed record SuggestedActions
{
    public List<string> To { get; set; } = [];
    public List<CardAction> Actions { get; set; } = [];
}

/// <summary>One button.</summary>
internal sealed record CardAction(string Type, string Title, string Value);

/// <summary>The types of activities that this bot tells apart; every other type is accepted and ignored.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}
