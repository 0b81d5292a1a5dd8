using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Deciding by the shop's rules alone; the order is told at <see cref="Verdict"/>.</summary>
internal static class ShopVerdict
{
    public static Verdict For(ShopPolicy policy, ReturnRequest request)
    {
        var order = request.Order;
        if (ShopRules.IsNothingLeft(request)) return Verdict.Refuse(ShopRules.NothingLeft, [Alternatives.OtherItems, Alternatives.OpenReturn, Alternatives.Person]);
        if (policy.Returns.OncePerOrder && ShopRules.HasReturn(order)) return Verdict.Refuse(ShopRules.OncePerOrder, [Alternatives.OpenReturn, Alternatives.Person]);
        if (!policy.Returns.Statuses.Contains(order.Status, StringComparer.Ordinal)) return Verdict.Refuse(ShopRules.Status, AfterStatus(order.Status));
        if (request.Wanted is Wanted.Exchange && policy.Returns.Exchange is not ExchangeRule.Offered) return Exchange(policy);
        var granted = Period(policy, request);
        if (granted.Kind is not VerdictKind.Allowed) return granted;
        return ShopRules.LacksEvidence(policy, request) ? HandOver(ShopRules.Evidence, granted)
            : ShopRules.IsOverAuthority(policy, request) ? HandOver(ShopRules.Authority, granted)
            : granted;
    }

    private static Verdict Period(ShopPolicy policy, ReturnRequest request)
    {
        var way = ShopRules.KeepsGoods(policy, request) ? GoodsWay.Keep : GoodsWay.SendBack;
        var postage = way is GoodsWay.Keep ? PostagePayer.Nobody : ReturnPostage.Payer(policy, request);
        if (policy.Returns.WithdrawalDays is not { } days)
            return new(VerdictKind.Allowed, ShopRules.Period, Sentence.Of("policies.S04.unlimited")) { Goods = way, Postage = postage };
        if (request.Order.DeliveredAt is not { } arrived) return Verdict.HandOver(ShopRules.Delivery);
        var delivered = policy.DateOf(arrived);
        var deadline = policy.Calendar.AfterDays(delivered, days);
        var sent = policy.DateOf(request.SentAt);
        return sent <= deadline
            ? Verdict.Allow(ShopRules.Period, ("deadline", deadline)) with { Deadline = deadline, Goods = way, Postage = postage }
            : Verdict.Refuse(ShopRules.Period, [Alternatives.Person], ("passed", sent.DayNumber - delivered.DayNumber), ("deadline", deadline)) with { Deadline = deadline };
    }

    private static ImmutableArray<string> AfterStatus(string status) => status switch
    {
        OrderStatuses.Shipped => [Alternatives.OnceDelivered, Alternatives.Person],
        OrderStatuses.ReturnRequested or OrderStatuses.Returned => [Alternatives.OpenReturn, Alternatives.Person],
        OrderStatuses.Cancelled or OrderStatuses.ExchangeRequested => [Alternatives.Person],
        _ => [Alternatives.Cancel, Alternatives.OnceDelivered, Alternatives.Person],
    };

    private static Verdict Exchange(ShopPolicy policy) => policy.Returns.Exchange is ExchangeRule.ByPerson
        ? Verdict.HandOver(ShopRules.Exchange) with { Alternatives = [Alternatives.Refund, Alternatives.Person] }
        : Verdict.Refuse(ShopRules.Exchange, [Alternatives.Refund, Alternatives.Person]);

    private static Verdict HandOver(string rule, Verdict granted) => Verdict.HandOver(rule) with
    {
        Deadline = granted.Deadline,
        Postage = granted.Postage,
        Goods = granted.Goods,
        Grounds = [granted.Rule],
    };
}
