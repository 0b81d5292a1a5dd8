using System.Collections.Immutable;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>A place where a refund may go.</summary>
/// <param name="Value">The payment method's id; or <c>original</c> where the order was paid from several sources.</param>
/// <param name="Method">The method, or null for several sources or one that the customer no longer has.</param>
/// <param name="IsOriginal">Whether it is the way back to where it was paid from; then <see cref="RefundQuote.For"/> takes null.</param>
internal sealed record RefundDestination(string Value, PaymentMethod? Method, bool IsOriginal);

/// <summary>Where a refund of an order may go by the policy.</summary>
internal static class RefundDestinations
{
    /// <summary>The destinations in the policy's order; more than one only where the customer is to be asked.</summary>
    public static ImmutableArray<RefundDestination> Of(ShopPolicy policy, Order order, Customer customer)
    {
        var sources = order.Payments.Where(payment => payment.Refundable > 0).Select(payment => payment.MethodId).Distinct(StringComparer.Ordinal).ToList();
        var single = sources is [var only] ? only : null;
        var found = policy.Refunds.Destinations.SelectMany(destination => destination == RefundRules.Original
            ? [new RefundDestination(single ?? RefundRules.Original, customer.PaymentMethods.FirstOrDefault(method => method.Id == single), IsOriginal: true)]
            : customer.PaymentMethods.Where(method => method.Kind == PaymentKinds.GiftCard && method.Id != single).Select(method => new RefundDestination(method.Id, method, IsOriginal: false)));
        return policy.Refunds.AsksDestination ? [.. found] : [.. found.Take(1)];
    }
}
