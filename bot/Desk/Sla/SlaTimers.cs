using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Sla;

/// <summary>That a deadline comes near, or has passed.</summary>
/// <param name="Step">One of <see cref="SlaSteps"/>.</param>
/// <param name="ConversationId">Whose.</param>
/// <param name="Skill">In which queue.</param>
/// <param name="Language">ko or en.</param>
internal sealed record AlarmEvent([property: AllowedValues(SlaSteps.AnswerSoon, SlaSteps.AnswerLate, SlaSteps.ResolutionSoon, SlaSteps.ResolutionLate)] string Step, string ConversationId, string Skill, string Language);

/// <summary>
/// Deadlines that act: shortly before and at the end of the time in which customers should have an agent they get forward, and supervisors are told,
/// as they are of matters that last too long. Each step is done once, whichever nodes look: the row, the alarm and what desks show of it change in one
/// transaction, and the place in the queue follows from the row.
/// </summary>
internal sealed class SlaTimers(IDbContextFactory<DeskDatabase> databases, SlaGoals goals, Accounts accounts, DeskEvents events, IQueueStore queue, DeskMetrics metrics, IOptions<DeskSettings> settings, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>Does what is due by now.</summary>
    /// <returns>How many alarms this call has raised.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var next = await database.Escalations.AsNoTracking().Where(row => row.SlaAt != null && (row.State == EscalationStates.Waiting || row.State == EscalationStates.Accepted) && !database.Handoffs.Any(other => other.Id == row.Id && other.EndedAt == null))
            .OrderBy(row => row.SlaAt).Take(AtOnce).ToListAsync(cancellationToken);
        var due = next.TakeWhile(row => row.SlaAt <= now).ToArray();
        if (due.Length == 0) return 0;
        var supervisors = (await accounts.AllAsync(cancellationToken)).Where(agent => !agent.IsDisabled && DeskRoles.Includes(agent.Role, DeskRoles.Supervisor)).Select(agent => agent.Id).ToArray();
        var raised = 0;
        foreach (var row in due)
            if (await PassAsync(row, supervisors, now, cancellationToken)) raised++;
        return raised;
    }

    private async Task<bool> PassAsync(EscalationRow row, string[] supervisors, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row is not { SlaStep: { } step, SlaAt: { } at }) return false;
        var next = goals.After(row);
        var priority = row.State == EscalationStates.Waiting ? Math.Min(row.Priority + 1, Math.Max(row.Priority, SlaGoals.HighestPriority)) : row.Priority;
        var isOurs = await events.AddWithAsync(supervisors, DeskEventKinds.Alarm, new AlarmEvent(step, row.ConversationId, row.Skill, row.Language), async database =>
        {
            if (await database.Escalations.Where(other => other.Id == row.Id && other.State == row.State && other.SlaStep == step && other.SlaAt == at).ExecuteUpdateAsync(
                set => set.SetProperty(other => other.SlaStep, next.Step).SetProperty(other => other.SlaAt, next.At).SetProperty(other => other.Priority, priority), cancellationToken) == 0) return false;
            database.Alarms.Add(new AlarmRow { Id = $"{row.Id}:{step}:{at.ToUnixTimeMilliseconds()}", EscalationId = row.Id, ConversationId = row.ConversationId, Step = step, Skill = row.Skill, Language = row.Language, At = now });
            return true;
        }, cancellationToken);
        if (isOurs) metrics.Alarm(step, row.Skill);
        if (!isOurs || priority == row.Priority) return isOurs;
        row.Priority = priority;
        await queue.EnqueueAsync(QueueEntry.Of(row, TimeSpan.FromMinutes(settings.Value.PriorityMinutes)), cancellationToken);
        return true;
    }
}
