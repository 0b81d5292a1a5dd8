using ServiceBot.Dialogs.Language;

namespace ServiceBot.Bot.Shop.Conversations;

/// <summary>What is noted of a conversation when it begins, when its customer becomes known, and now and then while it goes on.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="CustomerId">Who proved who they are, or null.</param>
/// <param name="Channel">Where.</param>
/// <param name="Language">In which language.</param>
/// <param name="At">When.</param>
internal sealed record ConversationNote(string Id, string? CustomerId, string Channel, SpokenLanguage Language, DateTimeOffset At);

/// <summary>Which archived conversations are sought; what is null does not matter.</summary>
internal sealed record ConversationQuery
{
    public string? CustomerId { get; init; }
    /// <summary>A dialog that spoke, such as <c>return</c>.</summary>
    public string? Dialog { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    /// <summary>Words of the masked text; all of them must stand in it, in whatever order.</summary>
    public string? Words { get; init; }
    public int Most { get; init; } = 100;
}
