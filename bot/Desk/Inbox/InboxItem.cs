using System.ComponentModel.DataAnnotations;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>A customer in an agent's inbox: offered, or the agent's. What an offer shows before it is accepted stands here.</summary>
/// <param name="Id">The escalation.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="State">offered, mine, or wrap-up: it is over, and the agent says how it ended.</param>
internal sealed record InboxItem(string Id, string ConversationId, [property: AllowedValues("offered", "mine", "wrap-up")] string State)
{
    public const string Offered = "offered";
    public const string Mine = "mine";
    public const string WrapUp = "wrap-up";

    public string? CustomerName { get; init; }
    public required string Channel { get; init; }
    public required bool IsCall { get; init; }
    public required string Trigger { get; init; }
    public required string Skill { get; init; }
    [AllowedValues("ko", "en")]
    public required string Language { get; init; }
    /// <summary>The customer's own words.</summary>
    public required string Reason { get; init; }
    public required string Mood { get; init; }
    public required int Priority { get; init; }
    public required DateTimeOffset WaitingSince { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    /// <summary>Until when the offer stands.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>Until when the agent says how it ended.</summary>
    public DateTimeOffset? WrapUpUntil { get; init; }

    public static InboxItem Of(EscalationRow row, DateTimeOffset? offeredUntil = null) =>
        new(row.Id, row.ConversationId, offeredUntil is not null ? Offered : row.WrapUpUntil is not null ? WrapUp : Mine)
    {
        CustomerName = row.CustomerName, Channel = row.Channel, IsCall = row.IsCall, Trigger = row.Trigger, Skill = row.Skill, Language = row.Language,
        Reason = row.Reason, Mood = row.Mood, Priority = row.Priority, WaitingSince = row.CreatedAt,
        AcceptedAt = row.State == EscalationStates.Accepted ? row.AcceptedAt : null, OfferedUntil = offeredUntil, WrapUpUntil = row.WrapUpUntil,
    };
}

/// <summary>One lane of the queue as all agents see it.</summary>
/// <param name="Skill">What must be known.</param>
/// <param name="Language">ko or en.</param>
/// <param name="Count">How many wait.</param>
/// <param name="OldestSince">Since when the longest waits.</param>
internal sealed record QueueLine(string Skill, string Language, int Count, DateTimeOffset OldestSince)
{
    public static QueueLine Of(LaneLength length) => new(length.Lane.Skill, length.Lane.Language, length.Count, length.OldestSince);
}

/// <summary>The queues.</summary>
/// <param name="Lanes">The lanes in which somebody waits, longest wait first.</param>
internal sealed record QueueLines(IReadOnlyList<QueueLine> Lanes);

/// <summary>That an item is gone.</summary>
/// <param name="Id">The escalation.</param>
internal sealed record GoneItem(string Id);

/// <summary>An agent's presence.</summary>
/// <param name="State">available, or why the agent takes nobody.</param>
/// <param name="Since">Since when, or null where it has never changed.</param>
internal sealed record OwnPresence(string State, DateTimeOffset? Since);
