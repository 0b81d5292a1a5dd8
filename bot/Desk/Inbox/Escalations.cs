using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>A customer who needed a person, without their words.</summary>
/// <param name="Id">The escalation.</param>
/// <param name="ConversationId">Whose conversation.</param>
/// <param name="State">One of <see cref="EscalationStates"/>.</param>
/// <param name="Skill">What an agent must know.</param>
/// <param name="Mood">The mood when the person was needed.</param>
/// <param name="IsCall">Whether the customer is on the telephone.</param>
/// <param name="CreatedAt">Since when a person is needed.</param>
/// <param name="AcceptedAt">When the last agent took it, or null.</param>
/// <param name="AgentId">Who has it, or null.</param>
/// <param name="SealedName">The customer's name as the table keeps it, or null.</param>
/// <param name="SlaStep">The deadline that comes next, or null.</param>
internal sealed record EscalationGlance(
    string Id, string ConversationId, string State, string Skill, string Mood, bool IsCall, DateTimeOffset CreatedAt, DateTimeOffset? AcceptedAt, string? AgentId, string? SealedName, string? SlaStep);

/// <summary>The rows of those who needed a person; what is personal in them is sealed in the table, and open in what comes from here, with insults veiled.</summary>
internal sealed class Escalations(IDbContextFactory<DeskDatabase> databases, SlaGoals goals, DocumentSeal seal, InsultVeil veil)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Writes an escalation; the same key again changes nothing.</summary>
    public async Task<EscalationRow> OpenAsync(string key, Escalate effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Escalations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == effect.Id, cancellationToken) is { } earlier) return Open(earlier);
        var row = new EscalationRow
        {
            Id = effect.Id, EffectKey = key, ConversationId = effect.ConversationId, State = EscalationStates.Waiting, Trigger = effect.Trigger, Skill = effect.Skill,
            Language = effect.Language == SpokenLanguage.Korean ? "ko" : "en", Priority = effect.Priority, Channel = effect.Channel, IsCall = effect.IsCall,
            CustomerId = effect.CustomerId, CustomerName = effect.CustomerName is { } name ? seal.SealText(name) : null, Reason = seal.SealText(effect.Reason), Mood = effect.Mood,
            Summary = seal.SealText(effect.Summary), CreatedAt = now,
        };
        if (effect.AgentId is not null) (row.State, row.AgentId, row.AcceptedAt) = (EscalationStates.Accepted, effect.AgentId, now);
        (row.SlaStep, row.SlaAt) = goals.First(row, now);
        database.Escalations.Add(row);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return Open(row);
        }
        catch (DbUpdateException)
        {
            // Another run of the same effect was first; anything else shows itself here.
            database.ChangeTracker.Clear();
            return Open(await database.Escalations.AsNoTracking().SingleAsync(row => row.Id == effect.Id, cancellationToken));
        }
    }

    /// <summary>Writes what somebody waits for now; the same once more changes nothing.</summary>
    /// <returns>The row after it, or null where there is none.</returns>
    public async Task<EscalationRow?> RaiseAsync(Raise effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Escalations.FirstOrDefaultAsync(row => row.Id == effect.Id, cancellationToken) is not { } row) return null;
        if (row.Trigger == effect.Trigger || row.State != EscalationStates.Waiting) return Open(row);
        (row.Trigger, row.Skill, row.Priority) = (effect.Trigger, effect.Skill, Math.Max(row.Priority, effect.Priority));
        (row.Reason, row.Summary) = (seal.SealText(effect.Reason), seal.SealText(effect.Summary));
        (row.SlaStep, row.SlaAt) = goals.First(row, now);
        await database.SaveChangesAsync(cancellationToken);
        return Open(row);
    }

    /// <summary>Writes how an escalation stands.</summary>
    /// <param name="effect">How.</param>
    /// <param name="now">Since when.</param>
    /// <param name="wrapUpUntil">Until when an agent who is done with it says how it ended.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The row after it and the agent before, or null where there is none.</returns>
    public async Task<(EscalationRow Row, string? AgentBefore)?> SettleAsync(Settle effect, DateTimeOffset now, DateTimeOffset wrapUpUntil, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Escalations.FirstOrDefaultAsync(row => row.Id == effect.Id, cancellationToken) is not { } row) return null;
        var before = row.AgentId;
        // The same effect once more starts no deadline anew.
        var isNew = row.State != effect.State || (effect.State == EscalationStates.Accepted && row.AgentId != effect.AgentId);
        row.State = effect.State;
        if (effect.Told is { } told) (row.ToldFrom, row.ToldTo) = (told.From, told.To);
        if (effect.State == EscalationStates.Accepted) (row.AgentId, row.AcceptedAt, row.WaitedSeconds) = (effect.AgentId, now, row.WaitedSeconds ?? (int)(now - row.CreatedAt).TotalSeconds);
        else if (effect.State == EscalationStates.Waiting) (row.AgentId, row.Skill) = (null, effect.Skill ?? row.Skill);
        else (row.SettledAt, row.WrapUpUntil) = (now, before is null ? null : wrapUpUntil);
        if (isNew) (row.SlaStep, row.SlaAt) = goals.First(row, now);
        await database.SaveChangesAsync(cancellationToken);
        return (Open(row), before);
    }

    public async Task<EscalationRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Escalations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Open(row) : null;
    }

    /// <summary>Those of one state that are at our own desk, oldest first, as far as they concern whoever looks at all of them; what is sealed of them stays so.</summary>
    /// <param name="state">One of <see cref="EscalationStates"/>.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<EscalationGlance>> GlanceAsync(string state, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Escalations.AsNoTracking().Where(row => row.State == state && !database.Handoffs.Any(other => other.Id == row.Id && other.EndedAt == null))
            .OrderBy(row => row.CreatedAt).Take(most)
            .Select(row => new EscalationGlance(row.Id, row.ConversationId, row.State, row.Skill, row.Mood, row.IsCall, row.CreatedAt, row.AcceptedAt, row.AgentId, row.CustomerName, row.SlaStep))
            .ToListAsync(cancellationToken);
    }

    /// <summary>All who wait for our own desk, as the queue is to hold them, oldest first; what is sealed of them stays so.</summary>
    /// <param name="priorityWorth">What a step of priority is worth.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<QueueEntry>> WaitingAsync(TimeSpan priorityWorth, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Escalations.AsNoTracking().Where(row => row.State == EscalationStates.Waiting && !database.Handoffs.Any(other => other.Id == row.Id && other.EndedAt == null))
            .OrderBy(row => row.CreatedAt)
            .Select(row => new { row.Id, row.ConversationId, row.Skill, row.Language, row.Priority, row.IsCall, row.CustomerId, row.CreatedAt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new QueueEntry(row.Id, row.ConversationId, new Lane(row.Skill, row.Language), row.CreatedAt, QueueEntry.RankOf(row.CreatedAt, row.Priority, priorityWorth), row.IsCall)
        {
            CustomerId = row.CustomerId,
        });
    }

    /// <summary>Those who wait, by their conversations.</summary>
    public async Task<Dictionary<string, EscalationRow>> WaitingInAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count == 0) return [];
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Escalations.AsNoTracking().Where(row => row.State == EscalationStates.Waiting && conversations.Contains(row.ConversationId)).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ConversationId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Open(group.Last()), StringComparer.Ordinal);
    }

    /// <summary>The caller of a conversation whom an agent serves, or null.</summary>
    public async Task<EscalationRow?> ServedCallerAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Escalations.AsNoTracking().Where(row => row.ConversationId == conversation && row.IsCall && row.State == EscalationStates.Accepted).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken) is { } row ? Open(row) : null;
    }

    /// <summary>Those whom an agent serves or has to wrap up, longest served first.</summary>
    public async Task<List<EscalationRow>> ServedByAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await database.Escalations.AsNoTracking().Where(row => row.AgentId == agentId && (row.State == EscalationStates.Accepted || row.WrapUpUntil != null)).OrderBy(row => row.AcceptedAt).ToListAsync(cancellationToken)).ConvertAll(Open);
    }

    /// <summary>The last ones that agents have finished, newest first.</summary>
    public async Task<IReadOnlyList<EscalationRow>> SettledAsync(int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await database.Escalations.AsNoTracking().Where(row => row.SettledAt != null && row.AcceptedAt != null).OrderByDescending(row => row.SettledAt).Take(most).ToListAsync(cancellationToken)).ConvertAll(Open);
    }

    /// <summary>The agents who served these customers last, within a week, by customer.</summary>
    public async Task<Dictionary<string, string>> LastAgentsAsync(IReadOnlyCollection<string> customers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (customers.Count == 0) return [];
        var since = now - Remembered;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Escalations.AsNoTracking()
            .Where(row => row.CustomerId != null && customers.Contains(row.CustomerId) && row.AgentId != null && row.AcceptedAt != null && row.State != EscalationStates.Accepted)
            .OrderBy(row => row.AcceptedAt).Select(row => new { row.CustomerId, row.AgentId, row.AcceptedAt }).ToListAsync(cancellationToken);
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.AcceptedAt >= since))
            if (row is { CustomerId: { } customer, AgentId: { } agent }) last[customer] = agent;
        return last;
    }

    // Only after the last write of its context, which would else write it open.
    private EscalationRow Open(EscalationRow row)
    {
        row.CustomerName = row.CustomerName is { } name ? seal.OpenText(name) : null;
        (row.Reason, row.Summary) = (veil.Of(seal.OpenText(row.Reason)), veil.Of(seal.OpenText(row.Summary)));
        return row;
    }
}
