using System.Text.Json;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>Something that happened at the desk, as open pages hear it.</summary>
/// <param name="Sequence">The cursor: whoever comes back asks for what is after it.</param>
/// <param name="At">When.</param>
/// <param name="Kind">One of <see cref="DeskEventKinds"/>.</param>
/// <param name="Body">By kind: an item of the inbox, the queues, a presence.</param>
internal sealed record DeskEvent(long Sequence, DateTimeOffset At, string Kind, JsonElement Body)
{
    /// <summary>The event of a row.</summary>
    public static DeskEvent Of(EventRow row, DocumentSeal seal) => new(row.Sequence, row.At, row.Kind, JsonSerializer.Deserialize<JsonElement>(seal.OpenText(row.Body)));
}

/// <summary>What happens at the desk.</summary>
internal static class DeskEventKinds
{
    /// <summary>An item of the inbox is there or has changed: <see cref="Inbox.InboxItem"/>.</summary>
    public const string Item = "item";
    /// <summary>An item has left the inbox: <c>{id}</c>.</summary>
    public const string Gone = "gone";
    /// <summary>The queues have changed: the whole of <see cref="Inbox.QueueLine"/>.</summary>
    public const string Queues = "queues";
    /// <summary>The agent's own presence: <see cref="Inbox.OwnPresence"/>.</summary>
    public const string Presence = "presence";
    /// <summary>An exception was asked for or decided: <see cref="Approvals.ApprovalEvent"/>.</summary>
    public const string Approval = "approval";
    /// <summary>A supervisor tells everybody something: <c>{from, text}</c>.</summary>
    public const string Broadcast = "broadcast";
    /// <summary>A deadline comes near or has passed: <see cref="Sla.AlarmEvent"/>.</summary>
    public const string Alarm = "alarm";
    /// <summary>What is to be followed up has changed: <see cref="FollowUps.FollowUpCounts"/>; who wants to see more reads it anew.</summary>
    public const string FollowUps = "follow-ups";
    /// <summary>The cursor is older than what is kept: the page starts from the inbox anew.</summary>
    public const string Reset = "reset";
}
