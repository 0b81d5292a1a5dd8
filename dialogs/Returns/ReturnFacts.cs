using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Returns;

/// <summary>What follows from slots, facts and policy: which orders can be returned, what is asked, the verdict, the quote, the effect.</summary>
internal static class ReturnFacts
{
    public static Need? Customer(DialogScope scope) => scope.IsVerified ? new CustomerById(scope.CustomerId) : null;

    /// <summary>The orders of which something can still come back by their status; deadlines are the verdict's.</summary>
    public static ImmutableArray<Order> Returnable(DialogScope scope) => [.. OrderChoice.All(scope).Where(order => IsReturnable(scope.Policy, order))];

    public static Order Order(DialogScope scope) => OrderChoice.Chosen(scope, ReturnSlots.Order);

    /// <summary>The lines of the order that can still come back.</summary>
    public static ImmutableArray<OrderLine> Lines(DialogScope scope) => [.. Order(scope).Lines.Where(line => line.Returnable > 0)];

    public static ImmutableArray<OrderLine> ChosenLines(DialogScope scope)
    {
        var chosen = scope.Known(ReturnSlots.Items);
        return [.. Lines(scope).Where(line => chosen.Contains(line.Id, StringComparer.Ordinal))];
    }

    /// <summary>One line of which several were bought: how many come back must be asked.</summary>
    public static bool AsksHowMany(DialogScope scope) => ChosenLines(scope) is [{ Returnable: > 1 }];

    /// <summary>Whether the goods were used, unwrapped or begun decides, and nobody knows yet.</summary>
    public static OpenFact? OpenCondition(DialogScope scope) =>
        WithdrawalLimits.OpenFacts(scope.Policy, Request(scope) with { Used = null, Unwrapped = null, Started = null }) is [var first, ..] ? first : null;

    /// <summary>Whether photographs are wanted; nobody is asked on a channel that cannot carry them, and the verdict goes by what there is.</summary>
    public static bool AsksEvidence(DialogScope scope) =>
        !scope.Knows(ReturnSlots.Approval) && scope.Policy.Returns.EvidenceFor(scope.Get(ReturnSlots.Reason)) != EvidenceRule.None && (scope.Turn.Channel.TakesPhotos || scope.Context.Photos.Count > 0);

    public static ReturnRequest Request(DialogScope scope)
    {
        var used = scope.Knows(ReturnSlots.Used) ? scope.Get(ReturnSlots.Used) : (bool?)null;
        var quantity = scope.Knows(ReturnSlots.Quantity) ? scope.Get(ReturnSlots.Quantity) : (int?)null;
        return new(Order(scope), [.. ChosenLines(scope).Select(line => new LineQuantity(line.Id, quantity is { } some && AsksHowMany(scope) ? some : line.Returnable))], scope.SentAt)
        {
            Reason = scope.Get(ReturnSlots.Reason),
            HasEvidence = scope.Get(ReturnSlots.Evidence) is { Length: > 0 },
            Used = used,
            Unwrapped = used,
            Started = used,
        };
    }

    /// <summary>What law and shop say.</summary>
    public static Verdict ByPolicy(DialogScope scope) => Policies.Verdict.For(scope.Policy, Request(scope));

    /// <summary>The same, as a person allows it.</summary>
    public static Verdict Granted(Verdict verdict) =>
        verdict.Kind == VerdictKind.Allowed ? verdict : verdict with { Kind = VerdictKind.Allowed, Text = Sentence.Of("return.granted"), Alternatives = [], LinesApart = [] };

    /// <summary>What holds: the policy, unless a person has made an exception from that very rule.</summary>
    public static Verdict Verdict(DialogScope scope) => ByPolicy(scope) is var verdict && IsException(scope, verdict) ? Granted(verdict) : verdict;

    /// <summary>The verdict, except that a refund which would leave the customer owing is looked at by a person.</summary>
    public static VerdictKind Decision(DialogScope scope)
    {
        var verdict = Verdict(scope);
        return verdict.Kind == VerdictKind.Allowed && !IsException(scope, verdict) && RefundQuote.For(scope.Policy, Request(scope), verdict).NeedsPerson ? VerdictKind.Person : verdict.Kind;
    }

    public static RefundQuote Quote(DialogScope scope)
    {
        var chosen = scope.Get(ReturnSlots.RefundTo);
        var to = Destinations(scope).FirstOrDefault(destination => destination.Value == chosen) is { IsOriginal: false, Method: { } method } ? method : null;
        return RefundQuote.For(scope.Policy, Request(scope), Verdict(scope), to);
    }

    public static bool AsksRefundTo(DialogScope scope) => Destinations(scope).Length > 1;

    /// <summary>Where the money may go; more than one only where the customer is asked.</summary>
    public static ImmutableArray<RefundDestination> Destinations(DialogScope scope) =>
        scope.Fact(new CustomerById(scope.CustomerId)) is { } customer ? RefundDestinations.Of(scope.Policy, Order(scope), customer) : [];

    public static PaymentMethod? Method(DialogScope scope, string id) =>
        scope.Fact(new CustomerById(scope.CustomerId))?.PaymentMethods.FirstOrDefault(method => string.Equals(method.Id, id, StringComparison.Ordinal));

    public static bool AsksAccount(DialogScope scope) => Quote(scope).NeedsAccount;

    public static bool BooksCourier(DialogScope scope) => scope.Policy.Returns.Pickup is not null && Verdict(scope).Goods == GoodsWay.SendBack;

    /// <summary>The customer said what to change: it is forgotten, and the way is gone again up to there.</summary>
    public static void TakeUpChange(DialogScope scope)
    {
        if (scope.Get(Correction.Change) is { } change)
        {
            foreach (var slot in new Slot[] { ReturnSlots.Order, ReturnSlots.Items, ReturnSlots.Quantity, ReturnSlots.Reason, ReturnSlots.Used, ReturnSlots.Evidence, ReturnSlots.RefundTo, ReturnSlots.Account, ReturnSlots.PickupAddress, ReturnSlots.PickupDate })
                if (slot.Name == change) scope.Forget(slot);
            scope.Forget(Correction.Change);
            scope.Frame.Heard.Clear();
        }
        if (scope.Get(ReturnSlots.Alternative) is { } alternative)
        {
            if (alternative == ReturnQuestions.OtherReason) scope.Forget(ReturnSlots.Reason);
            else if (alternative == ReturnQuestions.OtherItems) scope.Forget(ReturnSlots.Items);
            scope.Forget(ReturnSlots.Alternative);
            scope.Frame.Heard.Clear();
        }
    }

    public static void InferOrder(DialogScope scope)
    {
        if (!scope.Knows(ReturnSlots.Order) && Returnable(scope) is [var only]) scope.Set(ReturnSlots.Order, only.Id, SlotSource.Inferred);
    }

    public static void InferItems(DialogScope scope)
    {
        if (!scope.Knows(ReturnSlots.Items) && Lines(scope) is [var only]) scope.Set(ReturnSlots.Items, [only.Id], SlotSource.Inferred);
    }

    /// <summary>Where a person must decide, the customer hears why before being handed over.</summary>
    public static void NoteVerdict(DialogScope scope)
    {
        if (Decision(scope) != VerdictKind.Person) return;
        scope.Say(Verdict(scope) is { Kind: VerdictKind.Person } verdict ? verdict.Text : Sentence.Of("return.needsPerson"));
        scope.Set(DialogStack.PersonCause, "policy", SlotSource.System);
    }

    public static Effect Effect(DialogScope scope)
    {
        var verdict = Verdict(scope);
        var request = Request(scope);
        var courier = BooksCourier(scope);
        scope.Set(ReturnSlots.Booked, [.. request.Lines], SlotSource.System);
        if (verdict.RefundDue is { On: { } day }) scope.Set(ReturnSlots.DueOn, day, SlotSource.System);
        else if (verdict.RefundDue is { BusinessDays: var days }) scope.Set(ReturnSlots.DueDays, days, SlotSource.System);
        return new OpenReturn(scope.CustomerId, request.Order.Id, request.Lines)
        {
            Reason = request.Reason,
            Evidence = [.. scope.Get(ReturnSlots.Evidence) ?? []],
            PickupFrom = courier ? scope.Get(ReturnSlots.PickupAddress) : null,
            PickupOn = courier ? scope.Get(ReturnSlots.PickupDate) : null,
            Refunds = Quote(scope).Parts,
            RefundAccount = scope.Get(ReturnSlots.Account),
            RefundDue = verdict.RefundDue?.On,
            Rule = verdict.Rule,
            KeepGoods = verdict.Goods != GoodsWay.SendBack,
        };
    }

    private static bool IsException(DialogScope scope, Verdict verdict) => scope.Get(ReturnSlots.Approval) == verdict.Rule;

    private static bool IsReturnable(ShopPolicy policy, Order order) =>
        policy.Returns.Statuses.Contains(order.Status, StringComparer.Ordinal)
        && order.Lines.Any(line => line.Returnable > 0)
        && !(policy.Returns.OncePerOrder && ShopRules.HasReturn(order));
}
