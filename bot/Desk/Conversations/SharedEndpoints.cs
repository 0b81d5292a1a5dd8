using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>A customer to pass on.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Skill">What the next agent must know.</param>
/// <param name="Note">What the next agent should know, or null.</param>
/// <param name="Version">The version that the agent saw.</param>
internal sealed record TransferRequest(
    [property: Required, StringLength(64, MinimumLength = 8)] string Id, [property: Required, StringLength(40)] string Skill, [property: StringLength(1000)] string? Note, long Version);

/// <summary>A note among people at the desk.</summary>
/// <param name="Id">The page's own id of the note: the same again is written once.</param>
/// <param name="Text">The note.</param>
internal sealed record NoteRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id, [property: Required, StringLength(2000, MinimumLength = 1)] string Text);

/// <summary>How a verified customer is reached. Personal.</summary>
internal sealed record ContactView(string? Phone, string? Email, string? Address);

/// <summary>What several people do with one conversation: pass it on, take it over, note, look at photographs, see what is otherwise veiled.</summary>
internal static class SharedEndpoints
{
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> TransferAsync(string id, TransferRequest request, HttpContext http, Acting acting, CancellationToken cancellationToken) =>
        EscalationSkills.All.Contains(request.Skill)
            ? await acting.DoAsync(DeskUser.From(http.User), id, request.Id, request.Version, AuditActions.Transferred, request.Skill,
                agent => new AgentTransfers(agent, request.Skill, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note), (_, after) => after.Owner is { Agent: null }, cancellationToken)
            : TypedResults.Problem($"'skill' is '{request.Skill}': known are {string.Join(", ", EscalationSkills.All)}.", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>For the owner, and for supervisors who look on.</summary>
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> NoteAsync(
        string id, NoteRequest request, HttpContext http, DeskConversations conversations, AgentTurns turns, INotices notices, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is null) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.Noted, id, null, cancellationToken);
        return await RunAsync(id, $"desk:{user.Id}:{request.Id}", new AgentNotes(user.Identity, request.Text), turns, notices, _ => true);
    }

    /// <summary>A supervisor takes the conversation from whoever has it.</summary>
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> TakeOverAsync(
        string id, ActRequest request, HttpContext http, DeskConversations conversations, AgentTurns turns, DeskCalls calls, INotices notices, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is null) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.TookOver, id, null, cancellationToken);
        var taken = await RunAsync(id, $"desk:{user.Id}:{request.Id}", new AgentTakesOver(user.Identity), turns, notices, context => context.Owner?.Agent?.Id == user.Id);
        if (taken.Result is Ok<ActAnswer>) await calls.TakeOverAsync(user, id);
        return taken;
    }

    /// <summary>A supervisor ends what somebody has left open: takes it over, and ends it.</summary>
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> ForceEndAsync(
        string id, ActRequest request, HttpContext http, DeskConversations conversations, AgentTurns turns, DeskCalls calls, INotices notices, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is null) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.ForcedEnd, id, null, cancellationToken);
        await turns.RunAsync(id, $"desk:{user.Id}:{request.Id}:take", null, new AgentTakesOver(user.Identity), CancellationToken.None);
        var over = await RunAsync(id, $"desk:{user.Id}:{request.Id}", new AgentEnds(user.Identity), turns, notices, context => context.Owner is null);
        if (over.Result is Ok<ActAnswer>) await calls.FollowAsync(id, new AgentEnds(user.Identity));
        return over;
    }

    /// <summary>A photograph that the customer sent in this conversation.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PhotoAsync(string id, string photo, HttpContext http, DeskConversations conversations, PhotoStore photos, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is null || await photos.FindAsync(photo, id, cancellationToken) is not { } picture) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.PhotoSeen, id, photo, cancellationToken);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(picture.Bytes, picture.ContentType);
    }

    /// <summary>How the customer is reached: shown only when asked for, and the asking is written down first.</summary>
    public static async Task<Results<Ok<ContactView>, ProblemHttpResult>> RevealAsync(
        string id, Inbox.Nothing _, HttpContext http, DeskConversations conversations, IFacts facts, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is not { CustomerId: { } customer, Assurance: >= Assurance.Verified }) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.Revealed, id, "contact", cancellationToken);
        var found = await facts.FetchAsync(new CustomerById(customer), cancellationToken) as Customer;
        return TypedResults.Ok(new ContactView(found?.Phone, found?.Email, found?.Address?.InOneLine()));
    }

    private static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> RunAsync(
        string id, string eventId, AgentInput act, AgentTurns turns, INotices notices, Func<ConversationContext, bool> worked)
    {
        await turns.RunAsync(id, eventId, null, act, CancellationToken.None);
        if (await turns.LoadAsync(id, CancellationToken.None) is not { } after) return ConversationEndpoints.Missing();
        notices.Publish(id, after.LastSequence);
        return worked(after)
            ? TypedResults.Ok(new ActAnswer(after.Version))
            : TypedResults.Problem("It could not be done now. Nothing was done; try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
