using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Privacy;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Builds the packet of one conversation, in the language that the step renders in.</summary>
internal static class HandoffPackets
{
    private const int OrdersAtMost = 5;
    private const int SaidAtMost = 5;

    /// <returns>The packet, or null while facts are missing.</returns>
    public static HandoffPacket? Build(DialogStack stack, SpokenLanguage spoken, bool veiled)
    {
        var context = stack.Context;
        if (!HasCustomer(stack) || !FindMatter(stack, out var frame)) return null;
        var scope = frame is null ? null : stack.ScopeOf(frame);
        var (facts, missing) = scope is null || frame is null ? ([], []) : Known(stack, frame, scope, veiled);
        var person = context.Stack.Find(other => other.Dialog == PersonDialog.Title);
        var trigger = Cause(person) ?? Cause(frame) ?? EscalationTriggers.Asked;
        var customer = Customer(stack, veiled);
        var mood = context.Moods.Count == 0 ? Mood.Calm : context.Moods[^1];
        var verdict = scope is null || frame is null ? null : Verdict(stack, frame, scope);
        var packet = new HandoffPacket(context.Id, context.Version, "")
        {
            Escalation = context.Owner?.Escalation,
            Channel = context.LastChannel,
            Language = spoken == SpokenLanguage.Korean ? "ko" : "en",
            Trigger = trigger,
            Reason = context.Said.LastOrDefault() ?? "",
            Customer = customer,
            Goal = frame is null ? null : new PacketGoal(frame.Dialog, stack.Step.Words(Sentence.Of($"{frame.Dialog}.name")), Left(frame)),
            Facts = facts,
            Missing = missing,
            Verdict = verdict,
            Orders = Orders(stack, frame),
            Cases = Cases(stack),
            Receipts = [.. context.Receipts],
            Tried = new PacketTrouble(context.Misses, context.Strikes, context.Stack.Sum(other => other.Corrections)),
            PendingCommit = context.Committing?.Effect.GetType().Name,
            Moods = [.. context.Moods],
            Routing = new PacketRouting(EscalationSkills.Of(context), EscalationTriggers.Priority(trigger, customer?.Tier, mood)),
            LastSaid = [.. context.Said.TakeLast(SaidAtMost)],
            BotCanGoOn = frame is not null && (frame.State != DialogStack.HandedOver || frame.Slots.ContainsKey(BackToBot.ResumeAt.Name)),
        };
        return packet with { Brief = Brief.Of(packet, stack.Step), Suggested = Suggestions.For(packet, stack.Step) };
    }

    private static bool HasCustomer(DialogStack stack) => Id(stack) is not { } id
        || stack.Step.Facts.Require(new CustomerById(id)) & stack.Step.Facts.Require(new OrdersOf(id)) & stack.Step.Facts.Require(new CasesOf(id));

    private static string? Id(DialogStack stack) => stack.Context.Assurance >= Assurance.Verified ? stack.Context.CustomerId : null;

    /// <summary>The matter itself, below whoever asks for a person or for an identity; null where there is none.</summary>
    /// <returns>False while facts about it are missing.</returns>
    public static bool FindMatter(DialogStack stack, out DialogFrame? frame)
    {
        frame = stack.Context.Stack.FindLast(other => other.Dialog is not (PersonDialog.Title or "identify"));
        if (frame is not { } matter) return true;
        var all = true;
        foreach (var state in stack.DialogOf(matter).States.Values.Where(state => state.Slot is { } slot && matter.Slots.ContainsKey(slot.Name)))
            all &= stack.HasFacts(state, stack.ScopeOf(matter));
        return all;
    }

    private static (ImmutableArray<PacketFact>, ImmutableArray<PacketGap>) Known(DialogStack stack, DialogFrame frame, DialogScope scope, bool veiled)
    {
        var facts = ImmutableArray.CreateBuilder<PacketFact>();
        var missing = ImmutableArray.CreateBuilder<PacketGap>();
        foreach (var state in stack.DialogOf(frame).States.Values)
        {
            if (state is not { Slot: { } slot, Name: { } term, IsAside: false }) continue;
            var name = scope.Words(term.Key);
            if (frame.Slots.TryGetValue(slot.Name, out var value) && veiled && slot.IsPersonal)
            {
                var masked = SlotMasks.Words(slot.Name, value.Value);
                facts.Add(new PacketFact(slot.Name, name, JsonSerializer.SerializeToElement(masked, Slot<string>.Json), masked, value.Source, value.At, value.Confirmed));
            }
            else if (value is not null)
                facts.Add(new PacketFact(slot.Name, name, value.Value, SlotWords.Of(scope, state), value.Source, value.At, value.Confirmed)
                {
                    Options = [.. SlotWords.Options(scope, state).Select(option => new PacketOption(option.Value, option.Title))],
                });
            else missing.Add(new PacketGap(slot.Name, name, state.State == Left(frame)));
        }
        return (facts.ToImmutable(), missing.ToImmutable());
    }

    private static string Left(DialogFrame frame) => frame.Slots.TryGetValue(BackToBot.ResumeAt.Name, out var at) ? at.Value.GetString() ?? frame.State : frame.State;

    private static string? Cause(DialogFrame? frame) => frame?.Slots.GetValueOrDefault(DialogStack.PersonCause.Name)?.Value.GetString();

    private static PacketCustomer? Customer(DialogStack stack, bool veiled) =>
        Id(stack) is { } id && stack.Step.Facts.Get(new CustomerById(id)) is { } customer ? new PacketCustomer(id, veiled ? FieldMasks.Name(customer.Name) : customer.Name, stack.Context.Assurance, customer.Tier) : null;

    private static PacketVerdict? Verdict(DialogStack stack, DialogFrame frame, DialogScope scope) =>
        stack.DialogOf(frame).VerdictOf(scope) is { } verdict
            ? new PacketVerdict(verdict.Kind.ToString().ToLowerInvariant(), verdict.Rule, stack.Step.Words(verdict.RuleText), verdict.Clause)
            {
                Refund = stack.DialogOf(frame).QuoteOf(scope) is { Total: var total } ? new PacketMoney(total.Minor, total.Currency, stack.Step.Words(Sentence.Of("handoff.price", ("amount", total)))) : null,
                MayBeApproved = AgentApproval.IsOpen(stack.DialogOf(frame), scope),
                IsApproved = stack.DialogOf(frame).Approval is { } approval && scope.Get(approval) == verdict.Rule,
            }
            : null;

    private static ImmutableArray<PacketOrder> Orders(DialogStack stack, DialogFrame? frame)
    {
        if (Id(stack) is not { } id) return [];
        var meant = frame?.Slots.GetValueOrDefault("order")?.Value.GetString();
        return [.. (stack.Step.Facts.Get(new OrdersOf(id))?.Orders ?? []).OrderByDescending(order => order.Id == meant).Take(OrdersAtMost).Select(order => new PacketOrder(
            order.Id, stack.Step.Words(Sentence.Of($"terms.orderStatus.{order.Status}")), order.PlacedAt,
            [.. order.Lines.Select(line => new PacketLine(Titles.Of(line, stack.Context.Language), line.Quantity, stack.Step.Words(Sentence.Of("handoff.price", ("amount", new Money(line.UnitPrice, order.Currency))))))])
        {
            IsMeant = order.Id == meant,
        })];
    }

    private static ImmutableArray<PacketCase> Cases(DialogStack stack) => Id(stack) is not { } id ? []
        : [.. (stack.Step.Facts.Get(new CasesOf(id))?.Cases ?? []).Where(matter => matter.Status != "resolved").Select(matter => new PacketCase(matter.Number, matter.Kind, matter.Status, matter.AnswerBy))];
}
