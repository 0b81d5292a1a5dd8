using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Approvals;

/// <summary>How a wish for an exception stands.</summary>
internal static class ApprovalStates
{
    public const string Asked = "asked";
    public const string Granted = "granted";
    public const string Refused = "refused";
}

/// <summary>A state, or why not; neither where there is nothing of that name.</summary>
internal readonly record struct ApprovalOutcome(string? State, ProblemHttpResult? Problem);

/// <summary>
/// Makes exceptions from the policy within the limit of whoever answers for them, and asks others above it. What is allowed is the rule and the
/// amount that were seen: where either is another by the time of the decision, the conversation's own turn refuses it.
/// </summary>
internal sealed class Approving(
    IDbContextFactory<DeskDatabase> databases, AskedApprovals asked, DeskConversations conversations, AgentTurns turns, Accounts accounts, AuditTrail audit, DeskEvents events, INotices notices,
    IOptions<DeskSettings> settings, TimeProvider clock)
{
    /// <summary>Makes the exception at once where it is within the agent's own limit, and asks for it where it is not.</summary>
    public async Task<ApprovalOutcome> AskAsync(DeskUser user, string conversationId, ActRequest request, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(user, conversationId, cancellationToken) is not { Owner.Agent: { } owner } context || owner.Id != user.Id) return default;
        if (!await turns.HasSeenAllAsync(context, request.Version, cancellationToken)) return Refuse(StatusCodes.Status409Conflict, "The conversation has gone on since you looked. Nothing was done.");
        if ((await conversations.ViewAsync(context, 0, context.Language, cancellationToken)).Packet?.Verdict is not { MayBeApproved: true, Refund: { } refund } verdict)
            return Refuse(StatusCodes.Status422UnprocessableEntity, "There is nothing here that a person could allow.");
        if (settings.Value.LimitOf(user.Role) is { } limit && refund.Minor > limit)
        {
            await RememberAsync(user, conversationId, request.Id, verdict, refund, cancellationToken);
            return new(ApprovalStates.Asked, null);
        }
        await audit.WriteAsync(user.Id, AuditActions.Approved, conversationId, Detail(verdict.Rule, refund.Minor, refund.Currency), cancellationToken);
        return await ApplyAsync(conversationId, $"desk:{user.Id}:{request.Id}", context.Version, new AgentApproves(user.Identity, verdict.Rule, refund.Minor, user.Identity), cancellationToken)
            ? new(ApprovalStates.Granted, null)
            : Refuse(StatusCodes.Status409Conflict, "The conversation has gone on since you looked. Nothing was done.");
    }

    /// <summary>What waits for a decision, oldest first, with the rule in the reader's language. What could not be granted any more, since nobody serves the customer or the matter is another, is left out.</summary>
    public async Task<IReadOnlyList<ApprovalView>> OpenAsync(DeskUser user, SpokenLanguage language, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Approvals.AsNoTracking().Where(row => row.State == ApprovalStates.Asked).OrderBy(row => row.AskedAt).ToListAsync(cancellationToken);
        var names = (await accounts.AllAsync(cancellationToken)).ToDictionary(agent => agent.Id, agent => agent.Name, StringComparer.Ordinal);
        var open = new List<ApprovalView>();
        foreach (var row in rows)
        {
            if (await turns.LoadAsync(row.ConversationId, cancellationToken) is not { Owner.Agent: not null } context) continue;
            if ((await conversations.PacketAsync(context, language, personal: false, cancellationToken)).Verdict is not { } verdict || verdict.Rule != row.Rule || verdict.Refund?.Minor != row.Amount) continue;
            open.Add(new ApprovalView(row.Id, row.ConversationId, names.GetValueOrDefault(row.AgentId, row.AgentId), row.AskedAt, row.Rule, verdict.Text, row.Amount, row.Currency) { MayDecide = MayDecide(user, row) });
        }
        return open;
    }

    /// <summary>Grants or refuses; nobody decides about their own wish, nor above their own limit.</summary>
    public async Task<ApprovalOutcome> DecideAsync(DeskUser user, string id, bool grant, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Approvals.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row) return default;
        if (row.State != ApprovalStates.Asked) return Refuse(StatusCodes.Status409Conflict, "It was decided already.");
        if (!MayDecide(user, row)) return Refuse(StatusCodes.Status403Forbidden, "It is above your limit, or your own wish.");
        await audit.WriteAsync(user.Id, grant ? AuditActions.Approved : AuditActions.NotApproved, row.ConversationId, Detail(row.Rule, row.Amount, row.Currency), cancellationToken);
        if (grant && !await GrantAsync(user, row, cancellationToken))
            return Refuse(StatusCodes.Status422UnprocessableEntity, "The matter is another by now. Nothing was changed; the agent can ask again.");
        var (state, now) = (grant ? ApprovalStates.Granted : ApprovalStates.Refused, clock.GetUtcNow());
        await database.Approvals.Where(other => other.Id == id && other.State == ApprovalStates.Asked).ExecuteUpdateAsync(
            set => set.SetProperty(other => other.State, state).SetProperty(other => other.DecidedBy, user.Id).SetProperty(other => other.DecidedAt, now), cancellationToken);
        await TellAsync(id, row.ConversationId, state, row.AgentId, cancellationToken);
        return new(state, null);
    }

    // For whoever has the conversation by now; what was in vain may be tried again once the matter is the same again.
    private async Task<bool> GrantAsync(DeskUser user, ApprovalRow row, CancellationToken cancellationToken) =>
        await turns.LoadAsync(row.ConversationId, cancellationToken) is { Owner.Agent: { } agent } context
        && await ApplyAsync(row.ConversationId, $"approve:{row.Id}:{context.Version}", null, new AgentApproves(agent, row.Rule, row.Amount, user.Identity), cancellationToken);

    private async Task<bool> ApplyAsync(string conversationId, string eventId, long? version, AgentApproves act, CancellationToken cancellationToken)
    {
        await turns.RunAsync(conversationId, eventId, version, act, cancellationToken);
        if (await turns.LoadAsync(conversationId, cancellationToken) is not { } after) return false;
        notices.Publish(conversationId, after.LastSequence);
        return (await conversations.ViewAsync(after, 0, after.Language, cancellationToken)).Packet?.Verdict is { IsApproved: true } verdict && verdict.Rule == act.Rule;
    }

    private async Task RememberAsync(DeskUser user, string conversationId, string requestId, PacketVerdict verdict, PacketMoney refund, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(user.Id, AuditActions.AskedForApproval, conversationId, Detail(verdict.Rule, refund.Minor, refund.Currency), cancellationToken);
        if (await asked.FindAsync(conversationId, verdict, cancellationToken) is { } open)
        {
            await TellAsync(open, conversationId, ApprovalStates.Asked, user.Id, cancellationToken);
            return;
        }
        var id = $"{user.Id}.{requestId}";
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Approvals.AnyAsync(row => row.Id == id, cancellationToken)) return;
        database.Approvals.Add(new ApprovalRow
        {
            Id = id, ConversationId = conversationId, AgentId = user.Id, AskedAt = clock.GetUtcNow(), Rule = verdict.Rule, Amount = refund.Minor, Currency = refund.Currency, State = ApprovalStates.Asked,
        });
        await database.SaveChangesAsync(cancellationToken);
        await TellAsync(id, conversationId, ApprovalStates.Asked, user.Id, cancellationToken);
    }

    // Whoever asked and whoever has the conversation by now, of what is theirs; and all who could decide, so that nobody is shown what was decided.
    private async Task TellAsync(string id, string conversationId, string state, string askedBy, CancellationToken cancellationToken)
    {
        var owner = (await turns.LoadAsync(conversationId, cancellationToken))?.Owner?.Agent?.Id;
        foreach (var agent in await accounts.AllAsync(cancellationToken))
        {
            var isTheirs = agent.Id == askedBy || agent.Id == owner;
            if (isTheirs || DeskRoles.Includes(agent.Role, DeskRoles.Supervisor)) await events.AddAsync(agent.Id, DeskEventKinds.Approval, new ApprovalEvent(id, conversationId, state, isTheirs), cancellationToken);
        }
    }

    private bool MayDecide(DeskUser user, ApprovalRow row) =>
        row.AgentId != user.Id && user.MaySee(DeskRoles.Supervisor) && (settings.Value.LimitOf(user.Role) is not { } limit || row.Amount <= limit);

    private static string Detail(string rule, long amount, string currency) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rule} {amount} {currency}");

    private static ApprovalOutcome Refuse(int status, string detail) => new(null, TypedResults.Problem(detail, statusCode: status));
}

/// <summary>That a wish for an exception was made or decided.</summary>
/// <param name="Id">The wish.</param>
/// <param name="ConversationId">Where.</param>
/// <param name="State">One of <see cref="ApprovalStates"/>.</param>
/// <param name="IsYours">Whether the reader asked for it, or has the conversation.</param>
internal sealed record ApprovalEvent(string Id, string ConversationId, [property: AllowedValues(ApprovalStates.Asked, ApprovalStates.Granted, ApprovalStates.Refused)] string State, bool IsYours);
