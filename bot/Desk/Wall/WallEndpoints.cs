using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Wall;

/// <summary>What an agent can be given.</summary>
internal sealed record SkillsRequest([property: Required] Dictionary<string, int> Skills, [property: Required] List<string> Languages, [property: Range(1, 20)] int ChatsAtMost);

/// <summary>Something for everybody at the desk.</summary>
internal sealed record BroadcastRequest([property: Required, StringLength(500, MinimumLength = 1)] string Text);

/// <summary>What everybody is told.</summary>
/// <param name="From">Who says it.</param>
/// <param name="Text">The words.</param>
internal sealed record BroadcastEvent(string From, string Text);

/// <summary>What supervisors see and do for the whole desk.</summary>
internal static class WallEndpoints
{
    public static async Task<Ok<WallView>> GetAsync(Walls walls, CancellationToken cancellationToken) =>
        TypedResults.Ok(await walls.LookAsync(cancellationToken));

    public static async Task<Results<NoContent, ProblemHttpResult>> SetSkillsAsync(
        string id, SkillsRequest request, HttpContext http, Accounts accounts, AuditTrail audit, Nudges nudges, CancellationToken cancellationToken)
    {
        if (AgentAbilities.Refused(request.Skills, request.Languages) is { } refused) return refused;
        if (!await accounts.SetSkillsAsync(id, request.Skills, request.Languages, request.ChatsAtMost, cancellationToken))
            return TypedResults.Problem("There is no such account.", statusCode: StatusCodes.Status404NotFound);
        await audit.WriteAsync(DeskUser.From(http.User).Id, AuditActions.SkillsChanged, id, null, cancellationToken);
        nudges.Give();
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> BroadcastAsync(BroadcastRequest request, HttpContext http, DeskEvents events, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        await audit.WriteAsync(user.Id, AuditActions.Broadcast, "desk", null, cancellationToken);
        await events.AddAsync(null, DeskEventKinds.Broadcast, new BroadcastEvent(user.Name, request.Text), cancellationToken);
        return TypedResults.NoContent();
    }
}
