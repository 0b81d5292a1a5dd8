using System.Diagnostics.CodeAnalysis;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone;

/// <summary>Finds what a customer left unfinished on a page, so that a call can go on with it. All other facts are passed on.</summary>
internal sealed partial class UnfinishedConversations(IFacts next, ConversationBook book, IContextStore conversations, TimeProvider clock, ILogger<UnfinishedConversations> logger) : IFacts
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(12);
    // Greeting a caller waits no longer for a hint.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private const int MostLookedAt = 5;

    /// <inheritdoc/>
    public async Task<object?> FetchAsync(Need need, CancellationToken cancellationToken) => need switch
    {
        UnfinishedOf of => await FindAsync(of.CustomerId, of.Asking, cancellationToken),
        UnfinishedOfNumber of => await HintAsync(of, cancellationToken),
        _ => await next.FetchAsync(need, cancellationToken),
    };

    // A hint that cannot be had now is none: nobody is kept from being greeted.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the shop from it; the caller is greeted without the hint, and the failure is logged.")]
    private async Task<UnfinishedConversation?> HintAsync(UnfinishedOfNumber of, CancellationToken cancellationToken)
    {
        try
        {
            return await LookUpAsync(of, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoHint(logger, fault);
            return null;
        }
    }

    private async Task<UnfinishedConversation?> LookUpAsync(UnfinishedOfNumber of, CancellationToken cancellationToken) =>
        await next.FetchAsync(new CustomerByClaim(new IdentityClaim(null, of.Number, null, null, null)), cancellationToken) is Customer customer
            ? await FindAsync(customer.Id, of.Asking, cancellationToken) : null;

    private async Task<UnfinishedConversation?> FindAsync(string customer, string asking, CancellationToken cancellationToken)
    {
        var latest = await book.LatestOfAsync(customer, clock.GetUtcNow() - Lately, MostLookedAt, cancellationToken);
        var loaded = await Task.WhenAll(latest.Where(id => id != asking).Select(id => conversations.LoadAsync(id, Channel.Internal.Name, "", cancellationToken)));
        return loaded.Select(known => known.Context is { } context && context.IsOf(customer) ? UnfinishedMatter.Of(context) : null).FirstOrDefault(found => found is not null);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Whether a caller has left something unfinished could not be found out; the call goes on without it.")]
        public static partial void NoHint(ILogger logger, Exception fault);
    }
}
