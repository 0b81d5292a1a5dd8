using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.ShopFacts;

/// <summary>A conversation on a page that a customer left in the middle, and with which it can be gone on.</summary>
/// <param name="Id">The conversation's id.</param>
/// <param name="Dialog">What was under way in it.</param>
public sealed record UnfinishedConversation(string Id, string Dialog)
{
    /// <summary>The lines of an order that it is about; empty where none were chosen yet.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
}

/// <summary>What a customer who is verified left unfinished of late, other than the conversation that asks; or none.</summary>
public sealed record UnfinishedOf(string CustomerId, string Asking) : Need<UnfinishedConversation>($"unfinished:{CustomerId}")
{
    /// <inheritdoc/>
    public override JsonTypeInfo<UnfinishedConversation> Json => ShopFactsJson.Default.UnfinishedConversation;
}

/// <summary>The same of whoever the shop knows under a telephone number, which proves nobody: that there is something may be said, what it is may not.</summary>
public sealed record UnfinishedOfNumber(string Number, string Asking) : Need<UnfinishedConversation>($"unfinished-of:{Number}")
{
    /// <inheritdoc/>
    public override JsonTypeInfo<UnfinishedConversation> Json => ShopFactsJson.Default.UnfinishedConversation;
}
