using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Policies;

/// <summary>What the policy says, as sentences: for general questions, and about a verdict and a quote.</summary>
internal static class PolicyAnswers
{
    /// <summary>How long a refund takes, in general: by each way of paying, or at most where it is spoken, since nobody remembers a list that is read out.</summary>
    public static ImmutableArray<Sentence> RefundTime(ShopPolicy policy, bool isSpoken)
    {
        var answers = ImmutableArray.CreateBuilder<Sentence>();
        if (policy.Jurisdiction is Jurisdiction.Korea) answers.Add(Sentence.Of("policies.refundTime.law", ("days", RefundDeadlines.OnceReceived.BusinessDays)));
        var timing = policy.Refunds.Timing;
        if (isSpoken && timing.Length > 1 && timing.MaxBy(LongestDays) is { To: > 0 } longest) answers.Add(Sentence.Of($"policies.refundTime.atMost{longest.Unit}", ("to", longest.To)));
        else answers.AddRange(timing.Select(RefundTime));
        return answers.ToImmutable();
    }

    // Five business days are a week.
    private static double LongestDays(RefundTiming timing) => timing.Unit is DayUnit.Business ? timing.To * 7.0 / 5 : timing.To;

    /// <summary>How long a refund takes to arrive by that way.</summary>
    public static Sentence RefundTime(RefundTiming timing)
    {
        IReadOnlyList<Term> kinds = [.. timing.Kinds.Select(kind => new Term($"terms.payment.{kind}"))];
        if (timing.To == 0) return Sentence.Of("policies.refundTime.now", ("kinds", kinds));
        var unit = timing.Unit is DayUnit.Business ? "business" : "calendar";
        return timing.From == timing.To
            ? Sentence.Of($"policies.refundTime.{unit}Exact", ("kinds", kinds), ("to", timing.To))
            : Sentence.Of($"policies.refundTime.{unit}", ("kinds", kinds), ("from", timing.From), ("to", timing.To));
    }

    /// <summary>The rules of returning, in general.</summary>
    public static ImmutableArray<Sentence> ReturnTerms(ShopPolicy policy)
    {
        var isKorea = policy.Jurisdiction is Jurisdiction.Korea;
        var days = isKorea && policy.Returns.WithdrawalDays is { } own ? Math.Max(own, KoreanLaw.Rule("C01")["days"]) : policy.Returns.WithdrawalDays;
        var answers = ImmutableArray.CreateBuilder<Sentence>();
        answers.Add(days is { } limit ? Sentence.Of("policies.terms.days", ("days", limit)) : Sentence.Of("policies.terms.unlimited"));
        if (isKorea) answers.Add(KoreanLaw.Rule("C04").InPlainWords);
        if (policy.Postage.Return > 0) answers.Add(Sentence.Of("policies.terms.returnPostage", ("amount", new Money(policy.Postage.Return, policy.Currency))));
        return answers.ToImmutable();
    }

    /// <summary>Who pays the way back, or that the goods may stay; null where there is nothing to say.</summary>
    public static Sentence? Postage(ShopPolicy policy, Verdict verdict) => verdict switch
    {
        { Goods: GoodsWay.Keep } => Sentence.Of("policies.goods.keep"),
        { Goods: GoodsWay.Nothing } => null,
        { Postage: PostagePayer.Customer } when policy.Postage.Return > 0 => Sentence.Of("policies.postage.customer", ("amount", new Money(policy.Postage.Return, policy.Currency))),
        { Postage: PostagePayer.Customer } => null,
        { Postage: PostagePayer.Seller } => Sentence.Of("policies.postage.seller"),
        { Postage: PostagePayer.Disputed } => Sentence.Of("policies.postage.disputed"),
        _ => Sentence.Of("policies.postage.nobody"),
    };

    /// <summary>By when the money is owed; null where no law sets a time.</summary>
    public static Sentence? Due(Verdict verdict) => verdict.RefundDue switch
    {
        null => null,
        { On: { } day } => Sentence.Of("policies.refundDue.on", ("date", day)),
        { Clock: RefundClock.Payment } due => Sentence.Of("policies.refundDue.payment", ("days", due.BusinessDays)),
        { } due => Sentence.Of("policies.refundDue.received", ("days", due.BusinessDays)),
    };

    /// <summary>The clause behind a verdict; null for a rule of the shop.</summary>
    public static Sentence? Clause(Verdict verdict) => verdict.Clause is { } source ? Sentence.Of("policies.clause", ("source", source)) : null;

    /// <summary>A quote in words: the items, the total, and where it goes where that is more than one place; then what else must be said.</summary>
    public static ImmutableArray<Sentence> Quote(RefundQuote quote)
    {
        var answers = ImmutableArray.CreateBuilder<Sentence>();
        answers.AddRange(quote.Items.Select(item => item.Text));
        answers.Add(Sentence.Of("policies.quote.total", ("amount", quote.Total)));
        if (quote.Parts.Length > 1)
            answers.AddRange(quote.Parts.Select(part => Sentence.Of("policies.quote.part", ("method", new Term($"terms.payment.{part.Kind}")), ("amount", new Money(part.Amount, quote.Total.Currency)))));
        if (quote.DueFromCustomer.Minor > 0) answers.Add(Sentence.Of("policies.quote.due", ("amount", quote.DueFromCustomer)));
        if (quote.CorrectsCashReceipt) answers.Add(Sentence.Of("policies.quote.cashReceipt"));
        return answers.ToImmutable();
    }
}
