using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Wall;

/// <summary>Looks at the whole desk: once for all supervisors who look at about the same time.</summary>
internal sealed class Walls
{
    // Whoever waits longest is seen to first; how many wait in all, the queues tell.
    private const int WaitingAtMost = 200;
    private static readonly TimeSpan Lookback = TimeSpan.FromHours(12);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly IDbContextFactory<DeskDatabase> databases;
    private readonly Escalations escalations;
    private readonly IQueueStore queue;
    private readonly AgentsAtWork agents;
    private readonly Accounts accounts;
    private readonly SlaGoals goals;
    private readonly Overflow overflow;
    private readonly DeskFigures figures;
    private readonly DocumentSeal seal;
    private readonly IOptions<DeskSettings> settings;
    private readonly TimeProvider clock;
    private readonly SharedLook<WallView> look;
    private Dictionary<string, string> names = new(StringComparer.Ordinal);

    public Walls(
        IDbContextFactory<DeskDatabase> databases, Escalations escalations, IQueueStore queue, AgentsAtWork agents, Accounts accounts, SlaGoals goals, Overflow overflow, DeskFigures figures,
        DocumentSeal seal, IOptions<DeskSettings> settings, TimeProvider clock)
    {
        (this.databases, this.escalations, this.queue, this.agents, this.accounts, this.goals, this.overflow, this.figures) = (databases, escalations, queue, agents, accounts, goals, overflow, figures);
        (this.seal, this.settings, this.clock) = (seal, settings, clock);
        look = new(ReadAsync, Between, clock);
    }

    /// <summary>As it stands, or in a moment.</summary>
    public Task<WallView> LookAsync(CancellationToken cancellationToken) => look.LookAsync(cancellationToken);

    private async Task<WallView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = (await accounts.AllAsync(cancellationToken)).Where(row => !row.IsDisabled).ToArray();
        var agentNames = all.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
        var (_, standing) = await agents.StandAsync(cancellationToken);
        var open = (await escalations.GlanceAsync(EscalationStates.Waiting, WaitingAtMost, cancellationToken)).Concat(await escalations.GlanceAsync(EscalationStates.Accepted, int.MaxValue, cancellationToken)).ToArray();
        OpenNames(open);
        var lanes = (await queue.LengthsAsync(cancellationToken)).OrderBy(lane => lane.OldestSince).ToArray();
        var loads = open.Where(row => row.AgentId is not null).CountBy(row => row.AgentId ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new WallView(
            now,
            [.. lanes.Select(QueueLine.Of)],
            [.. all.Select(row => new WallAgent(
                row.Id, row.Name, row.Role, row.Presence, row.PresenceSince, standing.Any(agent => agent.Id == row.Id), loads.GetValueOrDefault(row.Id), row.ChatsAtMost, row.Skills, row.Languages))],
            [.. open.Select(row => new WallConversation(
                row.ConversationId, row.State, row.SealedName is { } name ? names[name] : null, row.Skill, row.Mood, row.AcceptedAt is { } at && row.AgentId is not null ? at : row.CreatedAt,
                row.AgentId is { } id ? agentNames.GetValueOrDefault(id, id) : null, SlaSteps.DueOf(row.SlaStep)))],
            [.. lanes.SelectMany(lane => AlarmsOf(lane, standing, now))],
            await ServiceAsync(database, now, cancellationToken),
            await figures.LookAsync(cancellationToken));
    }

    // Only names that were not on the wall before are opened; only one look is under way at a time.
    private void OpenNames(IEnumerable<EscalationGlance> open)
    {
        var now = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kept in open.Select(one => one.SealedName).OfType<string>()) now[kept] = names.TryGetValue(kept, out var name) ? name : seal.OpenText(kept);
        names = now;
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
