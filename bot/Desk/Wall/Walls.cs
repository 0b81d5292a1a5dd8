using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Wall;

/// <summary>Looks at the whole desk.</summary>
internal sealed class Walls(IDbContextFactory<DeskDatabase> databases, Escalations escalations, IQueueStore queue, AgentsAtWork agents, Accounts accounts, SlaGoals goals, Overflow overflow, DeskFigures figures, IOptions<DeskSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Lookback = TimeSpan.FromHours(12);

    /// <summary>As it stands.</summary>
    public async Task<WallView> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = (await accounts.AllAsync(cancellationToken)).Where(row => !row.IsDisabled).ToArray();
        var names = all.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
        var (_, standing) = await agents.StandAsync(cancellationToken);
        var open = (await escalations.OfStateAsync(EscalationStates.Waiting, cancellationToken)).Concat(await escalations.OfStateAsync(EscalationStates.Accepted, cancellationToken)).ToArray();
        var lanes = (await queue.LengthsAsync(cancellationToken)).OrderBy(lane => lane.OldestSince).ToArray();
        var loads = open.Where(row => row.AgentId is not null).CountBy(row => row.AgentId ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new WallView(
            now,
            [.. lanes.Select(QueueLine.Of)],
            [.. all.Select(row => new WallAgent(
                row.Id, row.Name, row.Role, row.Presence, row.PresenceSince, standing.Any(agent => agent.Id == row.Id), loads.GetValueOrDefault(row.Id), row.ChatsAtMost, row.Skills, row.Languages))],
            [.. open.Select(row => new WallConversation(
                row.ConversationId, row.State, row.CustomerName, row.Skill, row.Mood, row.AcceptedAt is { } at && row.AgentId is not null ? at : row.CreatedAt, row.AgentId is { } id ? names.GetValueOrDefault(id, id) : null, SlaSteps.DueOf(row.SlaStep)))],
            [.. lanes.SelectMany(lane => AlarmsOf(lane, standing, now))],
            await ServiceAsync(database, now, cancellationToken),
            await figures.LookAsync(cancellationToken));
    }

    private IEnumerable<WallAlarm> AlarmsOf(LaneLength lane, IReadOnlyList<AgentStanding> standing, DateTimeOffset now)
    {
        if (now - lane.OldestSince > goals.AnswerOf(lane.Lane.Skill, 0)) yield return new WallAlarm("slow", lane.Lane.Skill, lane.Lane.Language);
        if (!standing.Any(agent => agent.IsAvailable && overflow.MayServe(agent, lane.Lane))) yield return new WallAlarm("unattended", lane.Lane.Skill, lane.Lane.Language);
    }

    private async Task<WallService> ServiceAsync(DeskDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Lookback;
        var rows = await database.Escalations.AsNoTracking().Where(row => row.AcceptedAt != null).OrderByDescending(row => row.AcceptedAt).Take(1_000)
            .Select(row => new { row.CreatedAt, row.AcceptedAt }).ToListAsync(cancellationToken);
        var waits = rows.Where(row => row.AcceptedAt >= since).Select(row => (int)((row.AcceptedAt - row.CreatedAt)?.TotalSeconds ?? 0)).Order().ToArray();
        return new WallService(
            waits.Length, waits.Count(wait => wait <= settings.Value.AnswerSeconds), settings.Value.AnswerSeconds,
            waits.Length == 0 ? null : waits[waits.Length / 2], waits.Length == 0 ? null : waits[^1]);
    }
}
