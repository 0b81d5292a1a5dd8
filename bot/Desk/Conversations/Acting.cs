using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>Runs an agent's action in a conversation that is the agent's, and says what became of it.</summary>
internal sealed class Acting(AgentTurns turns, DeskConversations conversations, DeskCalls calls, AuditTrail audit, INotices notices)
{
    /// <summary>Runs it.</summary>
    /// <param name="user">Who acts; only the owner may, whatever the role.</param>
    /// <param name="conversationId">Where.</param>
    /// <param name="actionId">The page's own id: the same again answers the same and does nothing.</param>
    /// <param name="version">The version that the agent saw.</param>
    /// <param name="action">For the audit: one of <see cref="AuditActions"/>.</param>
    /// <param name="detail">For the audit, or null.</param>
    /// <param name="act">What is done.</param>
    /// <param name="worked">Whether it has changed what it should, by the conversation before and after.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> DoAsync(
        DeskUser user, string conversationId, string actionId, long version, string action, string? detail,
        Func<AgentIdentity, AgentInput> act, Func<ConversationContext, ConversationContext, bool> worked, CancellationToken cancellationToken)
    {
        if (await FindAsync(conversationId, cancellationToken) is not { } before) return ConversationEndpoints.Missing();
        var (input, eventId) = (act(user.Identity), $"desk:{user.Id}:{actionId}");
        // What a page sends again after it was done is no second action; by it the conversation may be the agent's no more.
        if (await turns.IsTakenAsync(before, eventId, input, cancellationToken)) return Done(before.Version);
        if (before.Owner?.Agent?.Id != user.Id) return ConversationEndpoints.Missing();
        if (input is AgentSays or AgentDelegates && await calls.IsTalkingAsync(conversationId, cancellationToken))
            return TypedResults.Problem("The customer is on the telephone with you, and would not hear it. Nothing was done.", statusCode: StatusCodes.Status422UnprocessableEntity);
        // What changes nothing is not written either: the same sent again is refused again. What waits for an outcome is told so by its own turn.
        if (before.Committing is null && before.Version == version && !worked(before, (await conversations.RehearseAsync(before, input, cancellationToken)).After)) return Unfit();
        await audit.WriteAsync(user.Id, action, conversationId, detail, cancellationToken);
        var result = await turns.RunAsync(conversationId, eventId, version, input, CancellationToken.None);
        // What the customer hears nothing of, open desks hear of all the same.
        if (result?.Context is { } now) notices.Publish(conversationId, now.LastSequence);
        return result switch
        {
            null => ConversationEndpoints.Missing(),
            { Kind: TurnResultKind.Stale } => TypedResults.Problem("The conversation has gone on since you looked. Nothing was done.", statusCode: StatusCodes.Status409Conflict),
            { Kind: TurnResultKind.Failed } => TypedResults.Problem("It could not be done now. Nothing was done; try again.", statusCode: StatusCodes.Status503ServiceUnavailable),
            { Kind: TurnResultKind.Duplicate } => Done((await turns.LoadAsync(conversationId, cancellationToken))?.Version ?? version),
            { Context: { } after } when worked(before, after) => await FollowedAsync(conversationId, input, after.Version),
            _ => Unfit(),
        };
    }

    private async Task<ConversationContext?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        try
        {
            TurnIds.CheckConversation(conversationId);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return await turns.LoadAsync(conversationId, cancellationToken);
    }

    private async Task<Ok<ActAnswer>> FollowedAsync(string conversationId, AgentInput input, long version)
    {
        await calls.FollowAsync(conversationId, input);
        return Done(version);
    }

    private static ProblemHttpResult Unfit() => TypedResults.Problem("It does not fit what is under way. Nothing was changed.", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static Ok<ActAnswer> Done(long version) => TypedResults.Ok(new ActAnswer(version));
}
