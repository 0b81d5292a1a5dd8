using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.WrapUp;

/// <summary>How a matter ended, in the agent's eyes.</summary>
internal static class Dispositions
{
    public const string Resolved = "resolved";
    public const string FollowUp = "follow-up";
    public const string NotResolved = "not-resolved";
    public const string Misuse = "misuse";
    /// <summary>Written by the desk where the agent chose nothing in time.</summary>
    public const string NotChosen = "none";

    public static ImmutableArray<string> All { get; } = [Resolved, FollowUp, NotResolved, Misuse];
}

/// <summary>How it ended.</summary>
internal sealed record WrapUpRequest([property: Required, AllowedValues(Dispositions.Resolved, Dispositions.FollowUp, Dispositions.NotResolved, Dispositions.Misuse)] string Code);

/// <summary>After a conversation its agent says how it ended, within a time that the server keeps; until then the place is taken.</summary>
internal sealed class WrapUps(IDbContextFactory<DeskDatabase> databases, DeskEvents events, Nudges nudges, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Writes it down.</summary>
    /// <returns>False where this agent has nothing of that name to wrap up.</returns>
    public async Task<bool> SetAsync(DeskUser user, string escalation, string code, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var isDone = await database.Escalations.Where(row => row.Id == escalation && row.AgentId == user.Id && row.WrapUpUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WrapUp, code).SetProperty(row => row.WrapUpUntil, (DateTimeOffset?)null), cancellationToken) == 1;
        if (!isDone) return false;
        await audit.WriteAsync(user.Id, AuditActions.WrappedUp, escalation, code, cancellationToken);
        await GoneAsync(user.Id, escalation, cancellationToken);
        return true;
    }

    /// <summary>Ends those whose time is over.</summary>
    public async Task EndLateAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = await database.Escalations.AsNoTracking().Where(row => row.WrapUpUntil != null).Select(row => new { row.Id, row.AgentId, row.WrapUpUntil }).ToListAsync(cancellationToken);
        foreach (var late in open.Where(row => row.WrapUpUntil <= now))
        {
            var isOurs = await database.Escalations.Where(row => row.Id == late.Id && row.WrapUpUntil != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.WrapUp, Dispositions.NotChosen).SetProperty(row => row.WrapUpUntil, (DateTimeOffset?)null), cancellationToken) == 1;
            if (isOurs && late.AgentId is { } agent) await GoneAsync(agent, late.Id, cancellationToken);
        }
    }

    /// <summary><c>POST /desk/api/wrap-ups/{id}</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> PostAsync(string id, WrapUpRequest request, HttpContext http, WrapUps wrapUps, CancellationToken cancellationToken) =>
        await wrapUps.SetAsync(DeskUser.From(http.User), id, request.Code, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("There is nothing of that name to wrap up.", statusCode: StatusCodes.Status404NotFound);

    private async Task GoneAsync(string agent, string escalation, CancellationToken cancellationToken)
    {
        await events.AddAsync(agent, DeskEventKinds.Gone, new GoneItem(escalation), cancellationToken);
        nudges.Give();
    }
}
