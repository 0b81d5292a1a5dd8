using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Deciding under Korean law; the order is told at <see cref="Verdict"/>.</summary>
internal static class KoreanVerdict
{
    public static Verdict For(ShopPolicy policy, ReturnRequest request)
    {
        if (ShopRules.IsNothingLeft(request)) return Verdict.Refuse(ShopRules.NothingLeft, [Alternatives.OtherItems, Alternatives.OpenReturn, Alternatives.Person]);
        if (request.Wanted is Wanted.Exchange && policy.Returns.Exchange is not ExchangeRule.Offered) return Exchange(policy);
        if (!policy.Calendar.Covers(policy.DateOf(request.SentAt).AddMonths(4))) return Verdict.HandOver(ShopRules.Calendar);
        if (request.CannotSupply) return CannotSupply(policy, request);
        var verdict = Together([.. request.Lines.Select(asked => (asked.LineId, Verdict: Line(policy, request, asked)))]);
        if (verdict.Kind is not VerdictKind.Allowed) return verdict;
        verdict = WithPostage(policy, request, verdict) with { Grounds = verdict.Grounds.Add("C18") };
        return verdict.Postage is PostagePayer.Disputed ? HandOver("C19", verdict)
            : KoreanLaw.Find(verdict.Rule) is { Confidence: Confidence.Low } ? HandOver(verdict.Rule, verdict)
            : ShopRules.LacksEvidence(policy, request) ? HandOver(ShopRules.Evidence, verdict)
            : ShopRules.IsOverAuthority(policy, request) ? HandOver(ShopRules.Authority, verdict)
            : verdict;
    }

    private static Verdict Line(ShopPolicy policy, ReturnRequest request, LineQuantity asked)
    {
        var line = RequestedLine.Of(policy, request, request.Order.Line(asked.LineId) ?? throw new InvalidOperationException($"The order has no line '{asked.LineId}'."));
        if (request.Order.Status is OrderStatuses.Cancelled) return Verdict.Refuse(ShopRules.Status, [Alternatives.Person]);
        if (request.Order.Status is OrderStatuses.ExchangeRequested) return Verdict.HandOver(ShopRules.Status);
        var isService = Withdrawal.IsService(line);
        if (!isService && Withdrawal.IsBeforeSupply(line)) return BeforeSupply(line);
        if ((line.DeliveredOn ?? (isService ? SuppliedOn(policy, line) : null)) is not { } delivered) return UnderWay(line);
        if (request.Reason is ReturnReasons.NotReceived) return Verdict.HandOver(ShopRules.Delivery);
        if (request.IsNonconformity) return ByFault(policy, line, delivered);
        if (request.Reason is ReturnReasons.Late && !policy.Postage.SellerPays.Contains(ReturnReasons.Late, StringComparer.Ordinal)) return Verdict.HandOver(ShopRules.Delivery);
        return ByWill(policy, line, delivered);
    }

    // Content and services are supplied as soon as they are bought, unless the shop noted another day.
    private static DateOnly SuppliedOn(ShopPolicy policy, RequestedLine line) => line.Request.Order.PlacedAt is { } placed ? policy.DateOf(placed) : line.SentOn;

    private static Verdict UnderWay(RequestedLine line) =>
        line.Request.Order.Status is OrderStatuses.Shipped && line.Request.Reason is not (ReturnReasons.NotReceived or ReturnReasons.Late)
            ? Verdict.Refuse(ShopRules.Status, [Alternatives.OnceDelivered, Alternatives.Person])
            : Verdict.HandOver(ShopRules.Delivery);

    private static Verdict ByFault(ShopPolicy policy, RequestedLine line, DateOnly delivered)
    {
        if (WithdrawalLimits.DamagedByCustomer(line)) return Verdict.HandOver("C05");
        var deadline = Nonconformity.Deadline(line, delivered);
        if (line.SentOn <= deadline) return Granted(Verdict.Allow("C04", ("deadline", deadline)), line, deadline);
        var (_, byWill) = Withdrawal.Latest(policy, line, delivered);
        ImmutableArray<string> alternatives = line.SentOn <= byWill ? [Alternatives.Refund, Alternatives.Person] : [Alternatives.Person];
        return Verdict.Refuse("C04", alternatives, ("deadline", deadline)) with { Deadline = deadline };
    }

    private static Verdict ByWill(ShopPolicy policy, RequestedLine line, DateOnly delivered)
    {
        if (WithdrawalLimits.Excluding(line) is { } excluded) return Verdict.Refuse(excluded, [Alternatives.Defect, Alternatives.Person]);
        if (WithdrawalLimits.MadeToOrder(line) is null) return Verdict.HandOver("C10");
        var (rule, deadline) = Withdrawal.Latest(policy, line, delivered);
        if (line.SentOn > deadline)
        {
            ImmutableArray<string> alternatives = line.SentOn <= Nonconformity.Deadline(line, delivered) ? [Alternatives.Defect, Alternatives.Person] : [Alternatives.Person];
            return Verdict.Refuse(rule, alternatives, ("passed", line.SentOn.DayNumber - delivered.DayNumber), ("deadline", deadline)) with { Deadline = deadline };
        }
        if (WithdrawalLimits.PartlyUsed(line)) return Verdict.HandOver("C16") with { Deadline = deadline };
        return deadline == DateOnly.MaxValue ? Granted(new(VerdictKind.Allowed, rule, Sentence.Of("policies.S04.unlimited")), line, null)
            : Granted(Verdict.Allow(rule, ("deadline", deadline)), line, deadline);
    }

    private static Verdict Granted(Verdict verdict, RequestedLine line, DateOnly? deadline) => Withdrawal.IsService(line)
        ? verdict with { Deadline = deadline, Goods = GoodsWay.Nothing, RefundDue = RefundDeadlines.AfterWithdrawal(line.SentOn) }
        : verdict with { Deadline = deadline, RefundDue = RefundDeadlines.OnceReceived };

    private static Verdict BeforeSupply(RequestedLine line) => line.Request.Wanted is Wanted.Cancellation
        ? Verdict.Allow("C11") with { Goods = GoodsWay.Nothing, RefundDue = RefundDeadlines.AfterWithdrawal(line.SentOn) }
        : Verdict.HandOver("C11") with { Alternatives = [Alternatives.Cancel, Alternatives.Person] };

    private static Verdict CannotSupply(ShopPolicy policy, ReturnRequest request)
    {
        DateOnly? paid = request.Order.PlacedAt is { } placed ? policy.DateOf(placed) : null;
        var verdict = Verdict.Allow("C13") with { Goods = GoodsWay.Nothing, Postage = PostagePayer.Seller, RefundDue = RefundDeadlines.AfterPayment(paid) };
        return ShopRules.IsOverAuthority(policy, request) ? HandOver(ShopRules.Authority, verdict) : verdict;
    }

    private static Verdict Exchange(ShopPolicy policy) => policy.Returns.Exchange is ExchangeRule.ByPerson
        ? Verdict.HandOver("C22") with { Alternatives = [Alternatives.Refund, Alternatives.Person] }
        : Verdict.Refuse("C22", [Alternatives.Refund, Alternatives.Person]);

    private static Verdict Together(ImmutableArray<(string LineId, Verdict Verdict)> lines)
    {
        var decided = lines.MaxBy(line => line.Verdict.Kind);
        var apart = lines.Where(line => line.Verdict.Kind == decided.Verdict.Kind).Select(line => line.LineId).ToImmutableArray();
        if (decided.Verdict.Kind is VerdictKind.Allowed)
        {
            var sentBack = lines.FirstOrDefault(line => line.Verdict.Goods is GoodsWay.SendBack, decided).Verdict;
            return sentBack with { Deadline = lines.Min(line => line.Verdict.Deadline) };
        }
        if (apart.Length == lines.Length) return decided.Verdict;
        return decided.Verdict with { LinesApart = apart, Alternatives = decided.Verdict.Alternatives.Insert(0, Alternatives.OtherItems) };
    }

    private static Verdict WithPostage(ShopPolicy policy, ReturnRequest request, Verdict verdict)
    {
        if (verdict.Goods is not GoodsWay.SendBack) return verdict;
        var payer = ReturnPostage.Payer(policy, request);
        return ShopRules.KeepsGoods(policy, request)
            ? verdict with { Goods = GoodsWay.Keep, RefundDue = RefundDeadlines.AfterWithdrawal(policy.DateOf(request.SentAt)) }
            : verdict with { Postage = payer };
    }

    private static Verdict HandOver(string rule, Verdict granted) => Verdict.HandOver(rule) with
    {
        Deadline = granted.Deadline,
        Postage = granted.Postage,
        RefundDue = granted.RefundDue,
        Goods = granted.Goods,
        Grounds = granted.Grounds.Insert(0, granted.Rule),
    };
}
