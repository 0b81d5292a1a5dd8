using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Customers;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Protection;

/// <summary>An act of protection.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="At">When.</param>
/// <param name="AgentName">Who was abused.</param>
/// <param name="Action">warned, spoken or not-spoken where that was read out to a caller or could not be, or stopped.</param>
/// <param name="Detail">Which warning, or why it was ended.</param>
internal sealed record EvidenceItem(string ConversationId, DateTimeOffset At, string AgentName,
    [property: AllowedValues(AuditActions.Warned, AuditActions.Spoken, AuditActions.NotSpoken, AuditActions.Stopped)] string Action, string? Detail);

/// <summary>
/// What agents were protected from, for managers alone: the conversations themselves are the evidence, kept as long as the records of a dispute. Every look is in
/// the audit.
/// </summary>
internal static class EvidenceEndpoints
{
    private const int Most = 100;

    /// <summary><c>GET /desk/api/evidence</c>: the last hundred warnings and endings, newest first.</summary>
    public static async Task<Ok<EvidenceItem[]>> ListAsync(HttpContext http, AuditTrail audit, Accounts accounts, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(DeskUser.From(http.User).Id, AuditActions.EvidenceSeen, "desk", null, cancellationToken);
        var names = (await accounts.AllAsync(cancellationToken)).ToDictionary(agent => agent.Id, agent => agent.Name, StringComparer.Ordinal);
        return TypedResults.Ok((await audit.ProtectionsAsync(null, Most, cancellationToken))
            .Select(row => new EvidenceItem(row.About, row.At, row.AgentId is { } agent ? names.GetValueOrDefault(agent, agent) : "", row.Action, row.Detail)).ToArray());
    }

    /// <summary><c>GET /desk/api/evidence/{id}</c>: what was said there, insults veiled.</summary>
    public static async Task<Results<Ok<PastConversation>, ProblemHttpResult>> GetAsync(string id, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        await AuditedAsync(id, AuditActions.EvidenceSeen, null, http, audit, cancellationToken) && await records.ConversationAsync(null, id, cancellationToken) is { } past
            ? TypedResults.Ok(past)
            : ConversationEndpoints.Missing();

    /// <summary><c>POST /desk/api/evidence/{id}/unveil</c>: the words of a veiled line.</summary>
    public static async Task<Results<Ok<LineWords>, ProblemHttpResult>> UnveilAsync(
        string id, LineRequest request, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        await AuditedAsync(id, AuditActions.Revealed, $"line {request.Version}.{request.Index}", http, audit, cancellationToken)
        && await records.UnveilAsync(null, id, request.Version, request.Index, cancellationToken) is { } words
            ? TypedResults.Ok(new LineWords(words))
            : ConversationEndpoints.Missing();

    // Only where somebody was protected: this is no way to read any other conversation.
    private static async Task<bool> AuditedAsync(string conversation, string action, string? detail, HttpContext http, AuditTrail audit, CancellationToken cancellationToken)
    {
        if ((await audit.ProtectionsAsync(conversation, 1, cancellationToken)).Count == 0) return false;
        await audit.WriteAsync(DeskUser.From(http.User).Id, action, conversation, detail, cancellationToken);
        return true;
    }
}
