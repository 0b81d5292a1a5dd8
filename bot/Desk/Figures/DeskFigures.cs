using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Sla;

namespace ServiceBot.Bot.Desk.Figures;

/// <summary>How the desk has served: the last twelve hours by queue and agent, and the told waits of the last day that was counted.</summary>
/// <param name="Queues">Queues in which anything happened, by name.</param>
/// <param name="Agents">Agents who wrote anything, by id.</param>
/// <param name="Told">How honest the told waits were, or null where no day was counted yet.</param>
internal sealed record FiguresView(ImmutableArray<QueueFigures> Queues, ImmutableArray<AgentFigures> Agents, ToldFigures? Told);

/// <summary>One queue.</summary>
/// <param name="Skill">Which.</param>
/// <param name="Answered">Customers who got an agent.</param>
/// <param name="AnsweredInTime">How many of them within the goal.</param>
/// <param name="Resolved">Matters that agents have finished.</param>
/// <param name="ResolvedInTime">How many of them within the goal.</param>
/// <param name="Messages">What agents wrote.</param>
/// <param name="AskedAgain">How many of these messages ask for what the packet holds.</param>
internal sealed record QueueFigures(string Skill, int Answered, int AnsweredInTime, int Resolved, int ResolvedInTime, int Messages, int AskedAgain);

/// <summary>One agent.</summary>
/// <param name="Id">The account.</param>
/// <param name="Messages">What the agent wrote.</param>
/// <param name="AskedAgain">How many of these messages ask for what the packet holds.</param>
internal sealed record AgentFigures(string Id, int Messages, int AskedAgain);

/// <summary>Told waits of one day.</summary>
/// <param name="Day">The shop's day, as yyyy-MM-dd.</param>
/// <param name="Told">Customers who were told a range and got an agent.</param>
/// <param name="Held">How many waited no shorter and no longer.</param>
/// <param name="Sooner">How many waited shorter.</param>
/// <param name="Later">How many waited longer.</param>
internal sealed record ToldFigures(string Day, int Told, int Held, int Sooner, int Later);

/// <summary>Reads the figures.</summary>
internal sealed class DeskFigures(IDbContextFactory<DeskDatabase> databases, TimeProvider clock)
{
    private const int RowsAtMost = 5_000;
    private static readonly TimeSpan Lookback = TimeSpan.FromHours(12);

    /// <summary>As they stand.</summary>
    public async Task<FiguresView> LookAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Lookback;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var served = (await database.Escalations.AsNoTracking().Where(row => row.AcceptedAt != null).OrderByDescending(row => row.AcceptedAt).Take(RowsAtMost)
            .Select(row => new { row.Id, row.Skill, row.AcceptedAt, row.SettledAt }).ToListAsync(cancellationToken)).Where(row => row.AcceptedAt >= since).ToArray();
        var late = (await database.Alarms.AsNoTracking().Where(row => row.At.CompareTo(since) >= 0 && (row.Step == SlaSteps.AnswerLate || row.Step == SlaSteps.ResolutionLate))
            .Select(row => new { row.EscalationId, row.Step }).ToListAsync(cancellationToken)).Select(row => (row.EscalationId, row.Step)).ToHashSet();
        var messages = await database.AgentMessages.AsNoTracking().Where(row => row.At.CompareTo(since) >= 0).OrderByDescending(row => row.At).Take(RowsAtMost)
            .Select(row => new { row.AgentId, row.Skill, row.AskedAgain }).ToListAsync(cancellationToken);
        var told = await database.Calibrations.AsNoTracking().OrderByDescending(row => row.Day).FirstOrDefaultAsync(cancellationToken);
        var skills = served.Select(row => row.Skill).Concat(messages.Select(row => row.Skill)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new FiguresView(
            [.. skills.Select(skill =>
            {
                var (own, wrote) = (served.Where(row => row.Skill == skill).ToArray(), messages.Where(row => row.Skill == skill).ToArray());
                var done = own.Where(row => row.SettledAt is not null).ToArray();
                return new QueueFigures(
                    skill, own.Length, own.Count(row => !late.Contains((row.Id, SlaSteps.AnswerLate))), done.Length, done.Count(row => !late.Contains((row.Id, SlaSteps.ResolutionLate))),
                    wrote.Length, wrote.Count(row => row.AskedAgain is not null));
            })],
            [.. messages.GroupBy(row => row.AgentId, StringComparer.Ordinal).OrderBy(agent => agent.Key, StringComparer.Ordinal)
                .Select(agent => new AgentFigures(agent.Key, agent.Count(), agent.Count(row => row.AskedAgain is not null)))],
            told is null ? null : new ToldFigures(told.Day, told.Told, told.Held, told.Sooner, told.Later));
    }
}
