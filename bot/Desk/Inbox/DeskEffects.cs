using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Outside;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>Runs the desk's own effects, and leaves the others to the shop: a row first, then the queue and the open desks, which both follow from it.</summary>
internal sealed class DeskEffects(IEffects shop, Escalations escalations, IQueueStore queue, Handoffs handoffs, DeskEvents events, Nudges nudges, IOptions<DeskSettings> settings) : IEffects
{
    private static readonly Outcome Done = new(OutcomeKind.Done);

    /// <inheritdoc/>
    public Task<Outcome> RunAsync(string key, Effect effect, DateTimeOffset now, CancellationToken cancellationToken) => effect switch
    {
        Escalate escalate => OpenAsync(key, escalate, now, cancellationToken),
        Raise raise => RaiseAsync(raise, now, cancellationToken),
        Settle settle => SettleAsync(settle, now, cancellationToken),
        _ => shop.RunAsync(key, effect, now, cancellationToken),
    };

    private async Task<Outcome> OpenAsync(string key, Escalate effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await escalations.OpenAsync(key, effect, now, cancellationToken);
        if (effect.AgentId is { } agent) await events.AddAsync(agent, DeskEventKinds.Item, InboxItem.Of(row), cancellationToken);
        else if (handoffs.DeskOf(effect.Channel, effect.IsCall) is { } desk) await handoffs.OpenAsync(effect, desk, now, cancellationToken);
        else await EnqueueAsync(row, null, now, cancellationToken);
        return Done;
    }

    // Whoever is being offered the customer is offered them anew, or somebody else is: what they need to know may be another now.
    private async Task<Outcome> RaiseAsync(Raise effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await escalations.RaiseAsync(effect, now, cancellationToken) is not { } row) return new Outcome(OutcomeKind.Refused, Reason: "escalation_unknown");
        if (handoffs.DeskOf(row.Channel, row.IsCall) is not null) return Done;
        if (await queue.RemoveAsync(row.Id, cancellationToken) is { } offer) await GoneAsync(offer.AgentId, row, cancellationToken);
        await EnqueueAsync(row, null, now, cancellationToken);
        return Done;
    }

    private async Task<Outcome> SettleAsync(Settle effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await escalations.SettleAsync(effect, now, now.AddSeconds(settings.Value.WrapUpSeconds), cancellationToken) is not var (row, before)) return new Outcome(OutcomeKind.Refused, Reason: "escalation_unknown");
        await handoffs.SettleAsync(effect, now, cancellationToken);
        if (effect.State == EscalationStates.Waiting) await EnqueueAsync(row, before, now, cancellationToken);
        else if (await queue.RemoveAsync(row.Id, cancellationToken) is { } offer) await GoneAsync(offer.AgentId, row, cancellationToken);
        if (row is { State: EscalationStates.Accepted, AgentId: { } agent }) await events.AddAsync(agent, DeskEventKinds.Item, InboxItem.Of(row), cancellationToken);
        if (before is not null && row.WrapUpUntil is not null) await events.AddAsync(before, DeskEventKinds.Item, InboxItem.Of(row), cancellationToken);
        else if (before is not null && before != row.AgentId) await GoneAsync(before, row, cancellationToken);
        nudges.Give();
        return Done;
    }

    // Whoever has left a customer is not the next to be offered them.
    private async Task EnqueueAsync(EscalationRow row, string? left, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = QueueEntry.Of(row, TimeSpan.FromMinutes(settings.Value.PriorityMinutes));
        if (row.State == EscalationStates.Waiting) await queue.EnqueueAsync(left is null ? entry : entry with { PassedBy = [left], PassedAt = now }, cancellationToken);
        nudges.Give();
    }

    private Task GoneAsync(string agent, EscalationRow row, CancellationToken cancellationToken) =>
        events.AddAsync(agent, DeskEventKinds.Gone, new GoneItem(row.Id), cancellationToken);
}
