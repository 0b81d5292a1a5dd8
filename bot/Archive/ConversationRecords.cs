using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Archive;

/// <summary>What is kept of conversations: live, and archived.</summary>
internal sealed class ConversationRecords(ConversationBook book, IContextStore store) : IPersonalRecords
{
    private const int MostARound = 1_000;

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ConversationsOfAsync(string customerId, CancellationToken cancellationToken) => await book.OfAsync(customerId, cancellationToken);

    /// <inheritdoc/>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        foreach (var id in conversations)
        {
            await store.RemoveAsync(id, cancellationToken);
            await book.RemoveAsync(id, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ExpiredConversationsAsync(DateOnly today, CancellationToken cancellationToken) => await book.ExpiredAsync(today, MostARound, cancellationToken);
}
