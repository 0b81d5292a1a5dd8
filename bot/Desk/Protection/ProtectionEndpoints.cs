using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Bot.Desk.WrapUp;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Protection;

/// <summary>A warning.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Version">The version that the agent saw.</param>
/// <param name="Rung">1 for the first, 2 for the last.</param>
internal sealed record WarnRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id, long Version, [property: Range(1, 2)] int Rung);

/// <summary>The end of a conversation in which the agent is abused.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Version">The version that the agent saw.</param>
/// <param name="Cause">One of <see cref="AbuseCauses"/>.</param>
internal sealed record StopRequest(
    [property: Required, StringLength(64, MinimumLength = 8)] string Id, long Version,
    [property: Required, AllowedValues(AbuseCauses.Insult, AbuseCauses.Threat, AbuseCauses.Harassment)] string Cause);

/// <summary>What an agent does against abuse: the bot speaks for them.</summary>
internal static class ProtectionEndpoints
{
    /// <summary>Warns: the next rung of the ladder and no other. To a caller it is read out in the talk.</summary>
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> WarnAsync(
        string id, WarnRequest request, HttpContext http, Acting acting, DeskCalls desk, IAgentCalls calls, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        var rung = request.Rung == 1 ? "first" : "last";
        var answer = await acting.DoAsync(
            user, id, request.Id, request.Version, AuditActions.Warned, rung, agent => new AgentWarns(agent, request.Rung), (before, after) => after.Warnings == request.Rung && before.Warnings < after.Warnings, cancellationToken);
        // The same once more is the same warning, which was read out already.
        if (answer.Result is not Ok<ActAnswer> || await desk.FindAsync(id, CancellationToken.None) is not { State: QueuedCallState.Talking } talk || talk.Warned >= request.Rung) return answer;
        var outcome = await calls.WarnAsync(id, request.Rung, CancellationToken.None);
        await audit.WriteAsync(user.Id, outcome == AgentCallOutcome.Done ? AuditActions.Spoken : AuditActions.NotSpoken, id, rung, CancellationToken.None);
        return answer;
    }

    /// <summary>Ends it: the bot says why, a call is taken from the agent, the outcome is written down, and the agent rests.</summary>
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> StopAsync(
        string id, StopRequest request, HttpContext http, Acting acting, AgentTurns turns, WrapUps wrapUps, CoolDowns coolDowns, IAgentCalls calls, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        var escalation = (await turns.LoadAsync(id, cancellationToken))?.Owner?.Escalation;
        var answer = await acting.DoAsync(
            user, id, request.Id, request.Version, AuditActions.Stopped, request.Cause, agent => new AgentStops(agent, request.Cause), (_, after) => after.Owner is null, cancellationToken);
        if (answer.Result is not Ok<ActAnswer> || escalation is null) return answer;
        // The caller comes out of the talk and hears from the bot why it is over; a chat has no call to end.
        await calls.EndAsync(id, CancellationToken.None);
        if (await wrapUps.SetAsync(user, escalation, Dispositions.Misuse, CancellationToken.None)) await coolDowns.BeginAsync(user.Id, CancellationToken.None);
        return answer;
    }
}
