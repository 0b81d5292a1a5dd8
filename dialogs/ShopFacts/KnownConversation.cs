using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.ShopFacts;

/// <summary>What the shop's records know of a conversation, beside what the conversation knows of itself.</summary>
/// <param name="Id">The conversation's id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastAt">When it was last heard of; noted rarely, so it may have gone on for a while.</param>
public sealed record KnownConversation(string Id, DateTimeOffset StartedAt, DateTimeOffset LastAt)
{
    /// <summary>Who proved in it who they are, or null.</summary>
    public string? CustomerId { get; init; }
    /// <summary>The language in which it was held.</summary>
    public SpokenLanguage Language { get; init; }
}

/// <summary>What the records know of a conversation that comes as a new one; none where it is.</summary>
public sealed record ConversationOf(string ConversationId) : Need<KnownConversation>($"conversation:{ConversationId}")
{
    /// <inheritdoc/>
    public override JsonTypeInfo<KnownConversation> Json => ShopFactsJson.Default.KnownConversation;
}
