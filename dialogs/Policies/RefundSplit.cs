using System.Collections.Immutable;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>How a refund goes back to its sources.</summary>
internal static class RefundSplit
{
    // Money before gift cards, and points last, so that nobody gets points where they paid money (전자상거래법 §18⑨, C17).
    private static readonly ImmutableArray<string> Order = [PaymentKinds.Card, PaymentKinds.NaverPay, PaymentKinds.KakaoPay, PaymentKinds.Toss, PaymentKinds.PayPal,
        PaymentKinds.BankTransfer, PaymentKinds.VirtualAccount, PaymentKinds.GiftCard, PaymentKinds.Points];

    /// <summary>Splits a total over what can still be refunded, each payment up to its rest; where it goes to another method, each part still counts against its payment.</summary>
    /// <exception cref="ArgumentException">The policy does not allow that method, or the payments do not hold the total.</exception>
    public static ImmutableArray<RefundPart> Of(ShopPolicy policy, Order order, long total, PaymentMethod? to)
    {
        var parts = ImmutableArray.CreateBuilder<RefundPart>();
        foreach (var payment in order.Payments.Where(payment => payment.Refundable > 0).OrderBy(payment => Rank(payment.Kind)))
        {
            var amount = Math.Min(total, payment.Refundable);
            if (amount == 0) break;
            var (method, kind) = to is null || string.Equals(payment.MethodId, to.Id, StringComparison.Ordinal) ? (payment.MethodId, payment.Kind) : Another(policy, to);
            parts.Add(new(method, kind, amount) { PaymentId = payment.Id });
            total -= amount;
        }
        return total == 0 ? parts.ToImmutable() : throw new ArgumentException($"The payments of '{order.Id}' do not hold {total} more.", nameof(total));
    }

    private static (string Method, string Kind) Another(ShopPolicy policy, PaymentMethod to) =>
        to.Kind == PaymentKinds.GiftCard && policy.Refunds.Destinations.Contains(RefundRules.GiftCard)
            ? (to.Id, to.Kind)
            : throw new ArgumentException($"The policy allows no refund to '{to.Id}' ({to.Kind}).", nameof(to));

    private static int Rank(string kind) => Order.IndexOf(kind) is var rank && rank >= 0 ? rank : Order.Length;
}
