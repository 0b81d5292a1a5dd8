using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Approvals;

/// <summary>What became of a wish for an exception.</summary>
/// <param name="State">One of <see cref="ApprovalStates"/>.</param>
internal sealed record ApprovalAnswer([property: AllowedValues(ApprovalStates.Asked, ApprovalStates.Granted, ApprovalStates.Refused)] string State);

/// <summary>A decision about an exception.</summary>
/// <param name="Grant">Whether it is made.</param>
internal sealed record ApprovalDecision([property: System.Text.Json.Serialization.JsonRequired] bool Grant);

/// <summary>An exception that somebody asks for.</summary>
/// <param name="Id">The wish.</param>
/// <param name="ConversationId">Where.</param>
/// <param name="AgentName">Who asks.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Rule">The rule from which the exception would be made, such as S05.</param>
/// <param name="Text">The rule in plain words.</param>
/// <param name="Amount">What would be paid back, in the currency's smallest unit.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record ApprovalView(string Id, string ConversationId, string AgentName, DateTimeOffset AskedAt, string Rule, string Text, long Amount, string Currency)
{
    /// <summary>Whether the reader may decide it: the amount is within their limit, and they do not ask themselves.</summary>
    public bool MayDecide { get; init; }
}

/// <summary>Exceptions from the policy: by the agent within a limit, above it by whoever has a higher one.</summary>
internal static class ApprovalEndpoints
{
    /// <summary>Allows what the policy would not, or asks for it.</summary>
    public static async Task<Results<Ok<ApprovalAnswer>, ProblemHttpResult>> AskAsync(
        string id, ActRequest request, HttpContext http, Approving approving, CancellationToken cancellationToken) =>
        await approving.AskAsync(DeskUser.From(http.User), id, request, cancellationToken) switch
        {
            { State: { } state } => TypedResults.Ok(new ApprovalAnswer(state)),
            { Problem: { } problem } => problem,
            _ => ConversationEndpoints.Missing(),
        };

    /// <summary>What waits for a decision, oldest first.</summary>
    public static async Task<Ok<IReadOnlyList<ApprovalView>>> ListAsync(string? language, HttpContext http, Approving approving, CancellationToken cancellationToken) =>
        TypedResults.Ok(await approving.OpenAsync(DeskUser.From(http.User), ConversationEndpoints.LanguageOf(language), cancellationToken));

    /// <summary>Decides.</summary>
    public static async Task<Results<Ok<ApprovalAnswer>, ProblemHttpResult>> DecideAsync(
        string id, ApprovalDecision request, HttpContext http, Approving approving, CancellationToken cancellationToken) =>
        await approving.DecideAsync(DeskUser.From(http.User), id, request.Grant, cancellationToken) switch
        {
            { State: { } state } => TypedResults.Ok(new ApprovalAnswer(state)),
            { Problem: { } problem } => problem,
            _ => TypedResults.Problem("There is no such wish for an exception.", statusCode: StatusCodes.Status404NotFound),
        };
}
