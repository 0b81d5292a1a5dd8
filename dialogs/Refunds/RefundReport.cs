using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Returns;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Refunds;

/// <summary>A return in sentences: how it stands, each part of the money with its way, and by when it is owed.</summary>
internal static class RefundReport
{
    public static Question Of(Return opened, DialogScope scope)
    {
        var currency = OrderChoice.All(scope).First(order => order.Id == opened.OrderId).Currency;
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        sentences.Add(Sentence.Of("refund-status.stands", ("number", opened.Number), ("status", new Term($"terms.returnStatus.{opened.Status}"))));
        if (opened is { Status: "requested" or "pickup_booked", PickupOn: { } pickup }) sentences.Add(Sentence.Of("refund-status.pickup", ("day", pickup)));
        if (opened.Status is not ("withdrawn" or "rejected"))
        {
            foreach (var part in opened.Refunds)
                sentences.Add(Sentence.Of(SentenceOf(part.Status), ("method", ReturnQuestions.NameOf(scope, part.PaymentMethodId, part.Kind)), ("amount", new Money(part.Amount, currency))));
            if (opened.Status != "refunded") sentences.AddRange(When(opened, currency, scope));
        }
        return Question.Tell(sentences[^1]) with { Lead = [.. sentences.Take(sentences.Count - 1)] };
    }

    /// <summary>What is true of the money, and no more: it waits for the goods, is on its way, has arrived, or somebody has to look.</summary>
    private static string SentenceOf(string status) => status switch
    {
        "done" => "refund-status.paid",
        "reserved" or "unknown" => "refund-status.underWay",
        "manual" => "refund-status.checked",
        "failed" => "refund-status.failed",
        _ => "refund-status.comes",
    };

    private static IEnumerable<Sentence> When(Return opened, string currency, DialogScope scope)
    {
        var due = opened.RefundDue ?? (opened.ReceivedAt is { } received ? scope.Policy.RefundDueAfter(scope.Policy.DateOf(received)) : null);
        if (due is not { } day)
        {
            if (scope.Policy.Jurisdiction == Jurisdiction.Korea && opened.Status is "requested" or "pickup_booked" or "collected")
                yield return Sentence.Of("policies.refundDue.received", ("days", RefundDeadlines.OnceReceived.BusinessDays));
            yield break;
        }
        if (scope.Today <= day)
        {
            yield return Sentence.Of("refund-status.dueOn", ("day", day));
            yield break;
        }
        yield return Sentence.Of("refund-status.overdue", ("day", day));
        if (scope.Policy.Jurisdiction == Jurisdiction.Korea && DelayCompensation.For(new Money(opened.Total, currency), day, scope.Today) is { Minor: > 0 } extra)
            yield return Sentence.Of("refund-status.compensation", ("amount", extra));
    }
}
