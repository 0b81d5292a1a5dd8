using System.Collections.Immutable;
using ServiceBot.Bot.Desk.Records;

namespace ServiceBot.Bot.Desk.Queues;

/// <summary>A customer in the queue.</summary>
/// <param name="Id">The escalation.</param>
/// <param name="ConversationId">Whose conversation.</param>
/// <param name="Lane">Where it waits.</param>
/// <param name="Since">Since when; the place in the queue hangs on it.</param>
/// <param name="Rank">The order within and between lanes, smallest first: see <see cref="RankOf"/>.</param>
/// <param name="IsCall">Whether it takes an agent whole.</param>
internal sealed record QueueEntry(string Id, string ConversationId, Lane Lane, DateTimeOffset Since, long Rank, bool IsCall)
{
    /// <summary>The customer, or null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Agents who declined or missed it.</summary>
    public ImmutableArray<string> PassedBy { get; init; } = [];

    /// <summary>When the last of them did.</summary>
    public DateTimeOffset PassedAt { get; init; }

    /// <summary>
    /// When the customer began to wait, moved back by what the priority is worth, in Unix milliseconds. Everybody ages alike, so the order of two
    /// customers does not change while they wait, unless a priority does: priority with ageing is one number.
    /// </summary>
    public static long RankOf(DateTimeOffset since, int priority, TimeSpan worth) => (since - priority * worth).ToUnixTimeMilliseconds();

    /// <summary>The entry of an escalation, at the place that is its own whenever it is put back.</summary>
    public static QueueEntry Of(EscalationRow row, TimeSpan priorityWorth) =>
        new(row.Id, row.ConversationId, new Lane(row.Skill, row.Language), row.CreatedAt, RankOf(row.CreatedAt, row.Priority, priorityWorth), row.IsCall) { CustomerId = row.CustomerId };
}

/// <summary>Customers who need the same of an agent.</summary>
/// <param name="Skill">What must be known.</param>
/// <param name="Language">ko or en.</param>
internal readonly record struct Lane(string Skill, string Language);

/// <summary>How long one lane is.</summary>
/// <param name="Lane">Which.</param>
/// <param name="Count">How many wait in it, offered ones too.</param>
/// <param name="OldestSince">Since when the longest waits.</param>
internal sealed record LaneLength(Lane Lane, int Count, DateTimeOffset OldestSince);

/// <summary>A customer who is offered to an agent.</summary>
/// <param name="Entry">Whom.</param>
/// <param name="AgentId">To whom.</param>
/// <param name="Until">Until when.</param>
internal sealed record Offer(QueueEntry Entry, string AgentId, DateTimeOffset Until);
