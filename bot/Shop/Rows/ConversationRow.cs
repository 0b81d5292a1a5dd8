using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>What is known of a conversation beside its live context.</summary>
internal sealed class ConversationRow
{
    public required string Id { get; set; }
    /// <summary>Who proved in it who they are, or null.</summary>
    public string? CustomerId { get; set; }
    public required string Channel { get; set; }
    public required SpokenLanguage Language { get; set; }
    public required DateTimeOffset StartedAt { get; set; }
    public required DateTimeOffset LastAt { get; set; }
    /// <summary>When to look whether it has ended; null once it is archived.</summary>
    public DateTimeOffset? CheckAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Turns { get; set; }
    /// <summary>The dialogs that spoke, with a space before and behind each.</summary>
    public string Dialogs { get; set; } = "";
    /// <summary>What the customer said, masked and in lower case, a line a turn.</summary>
    public string Words { get; set; } = "";
    /// <summary>The journal, sealed; null until it is archived.</summary>
    public byte[]? Journal { get; set; }
    /// <summary>The last day on which the archive keeps it.</summary>
    public DateOnly? KeepUntil { get; set; }

    public KnownConversation ToFact() => new(Id, StartedAt, LastAt) { CustomerId = CustomerId, Language = Language };
}

/// <summary>A record that the law wants kept of a customer who was erased.</summary>
internal sealed class StatutoryRow
{
    /// <summary>customers, orders, payments, returns, cases.</summary>
    public required string Kind { get; set; }
    public required string Id { get; set; }
    public required string CustomerId { get; set; }
    public required DateOnly RecordedOn { get; set; }
    public required DateOnly KeepUntil { get; set; }
    /// <summary>The record as it was, sealed.</summary>
    public required byte[] Document { get; set; }
}
