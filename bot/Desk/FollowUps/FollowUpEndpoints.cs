using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Bot.Shop.Promises;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>A promised call to take up.</summary>
/// <param name="Id">The page's own id of the action.</param>
internal sealed record TakeRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id);

/// <summary>A promised call to free from whoever holds it.</summary>
/// <param name="Id">The page's own id of the action.</param>
internal sealed record FreeRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id);

/// <summary>What came of a promised call.</summary>
/// <param name="Outcome">One of <see cref="CallbackOutcomes"/>.</param>
internal sealed record OutcomeRequest([property: Required, AllowedValues(CallbackOutcomes.Reached, CallbackOutcomes.NotReached, CallbackOutcomes.Released)] string Outcome);

/// <summary>Whose conversation a promised call is made in.</summary>
/// <param name="ConversationId">The conversation, which is the agent's now; null where it is not known any more.</param>
internal sealed record TakenCallback(string? ConversationId);

/// <summary>Promised calls, for every agent: who takes one has it, and nobody else.</summary>
internal static class FollowUpEndpoints
{
    /// <summary><c>GET /desk/api/follow-ups</c>: all that the desk owes customers who are not there.</summary>
    public static async Task<Ok<IReadOnlyList<FollowUp>>> ListAsync(HttpContext http, FollowUpList list, CancellationToken cancellationToken) =>
        TypedResults.Ok(await list.ReadAsync(DeskUser.From(http.User), cancellationToken));

    /// <summary><c>POST /desk/api/callbacks/{id}/take</c>: the conversation becomes the agent's; of somebody who keeps a place in the queue, out of turn.</summary>
    public static async Task<Results<Ok<TakenCallback>, ProblemHttpResult>> TakeAsync(
        string id, TakeRequest request, HttpContext http, PromisedCallbacks promises, Callbacks callbacks, Escalations escalations, IQueueStore queue, AgentTurns turns, DeskCalls calls, FollowUpNews news, AuditTrail audit,
        Nudges nudges, IOptions<DeskSettings> settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await promises.FindAsync(id, cancellationToken) is { } promise)
        {
            await audit.WriteAsync(user.Id, AuditActions.FollowedUp, promise.Number, null, cancellationToken);
            var (isTaken, conversation) = await callbacks.TakeAsync(user, promise, request.Id);
            await news.ChangedAsync(CancellationToken.None);
            return isTaken ? TypedResults.Ok(new TakenCallback(conversation)) : Conflict();
        }
        if (await escalations.FindAsync(id, cancellationToken) is not { } row) return ConversationEndpoints.Missing();
        if (!await queue.ClaimAsync(id, user.Id, clock.GetUtcNow().AddSeconds(settings.Value.OfferSeconds), cancellationToken)) return Conflict();
        var accepted = await InboxEndpoints.AcceptAsync(id, new Nothing(), http, queue, turns, calls, escalations, audit, nudges, cancellationToken);
        await news.ChangedAsync(CancellationToken.None);
        return accepted.Result is ProblemHttpResult refused ? refused : TypedResults.Ok(new TakenCallback(row.ConversationId));
    }

    /// <summary><c>POST /desk/api/callbacks/{id}/contact</c>: how the customer wants to be reached; the asking is written down first.</summary>
    public static async Task<Results<Ok<ContactView>, ProblemHttpResult>> RevealAsync(string id, Nothing _, HttpContext http, PromisedCallbacks promises, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await promises.FindAsync(id, cancellationToken) is not { } promise || promise.Owner != user.Id) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.Revealed, id, "contact", cancellationToken);
        return TypedResults.Ok(new ContactView(promise.Phone, promise.Email, null));
    }

    /// <summary><c>POST /desk/api/callbacks/{id}/outcome</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> SettleAsync(
        string id, OutcomeRequest request, HttpContext http, PromisedCallbacks promises, Callbacks callbacks, FollowUpNews news, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await promises.FindAsync(id, cancellationToken) is not { } promise || !await callbacks.SettleAsync(user, promise, request.Outcome, cancellationToken)) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.FollowUpSettled, id, request.Outcome, CancellationToken.None);
        await news.ChangedAsync(CancellationToken.None);
        return TypedResults.NoContent();
    }

    /// <summary><c>POST /desk/api/callbacks/{id}/free</c>, for supervisors: whoever holds it has gone home, and others may take it.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> FreeAsync(
        string id, FreeRequest request, HttpContext http, PromisedCallbacks promises, Callbacks callbacks, FollowUpNews news, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await promises.FindAsync(id, cancellationToken) is not { } promise) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.FollowUpFreed, id, promise.Owner, cancellationToken);
        if (!await callbacks.FreeAsync(user, promise, request.Id)) return TypedResults.Problem("Nobody holds it, or they talk with the customer just now. Nothing was done.", statusCode: StatusCodes.Status409Conflict);
        await news.ChangedAsync(CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Conflict() => TypedResults.Problem("Somebody else has it, or serves the customer just now. Nothing was done.", statusCode: StatusCodes.Status409Conflict);
}
