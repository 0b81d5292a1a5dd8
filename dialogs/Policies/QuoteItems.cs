using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>The items of a quote.</summary>
internal static class QuoteItems
{
    public static ImmutableArray<QuoteItem> Of(ShopPolicy policy, ReturnRequest request, Verdict verdict)
    {
        var order = request.Order;
        var items = ImmutableArray.CreateBuilder<QuoteItem>();
        foreach (var asked in request.Lines) items.Add(Goods(order, asked));
        Deduct(QuoteItemKind.CouponShare, "coupon", CouponShare(order, request.GoodsValue));
        if (ReturnsOutboundPostage(policy, request, verdict))
            items.Add(new(QuoteItemKind.OutboundPostage, Amount(order.ShippingFee), Sentence.Of("policies.quote.outboundPostage", ("amount", Amount(order.ShippingFee)))));
        if (verdict.Postage is PostagePayer.Customer)
        {
            Deduct(QuoteItemKind.ReturnPostage, "returnPostage", policy.Postage.Return);
            Deduct(QuoteItemKind.LostFreePostage, "lostFreePostage", ReturnPostage.LostFreePostage(policy, request));
        }
        foreach (var fee in policy.Refunds.Fees.Where(fee => fee.Reasons.IsEmpty || (request.Reason is { } reason && fee.Reasons.Contains(reason, StringComparer.Ordinal))))
            Deduct(QuoteItemKind.Fee, $"fee.{fee.Name}", fee.Amount);
        Deduct(QuoteItemKind.BeyondPayments, "beyondPayments", items.Sum(item => item.Amount.Minor) - order.Payments.Sum(payment => Math.Max(0, payment.Refundable)));
        return items.ToImmutable();

        Money Amount(long minor) => new(minor, order.Currency);
        void Deduct(QuoteItemKind kind, string key, long minor)
        {
            if (minor > 0) items.Add(new(kind, Amount(-minor), Sentence.Of($"policies.quote.{key}", ("amount", Amount(minor)))));
        }
    }

    /// <summary>
    /// The coupon's share of goods of that value: what all returns so far and this one have of it, rounded down, less what the former had. So
    /// several returns never take more than the coupon, and together exactly the coupon.
    /// </summary>
    public static long CouponShare(Order order, long goodsValue)
    {
        var all = order.Lines.Sum(line => line.UnitPrice * line.Quantity);
        var before = order.Lines.Sum(line => line.UnitPrice * line.Returned);
        return all <= 0 ? 0 : Share(before + goodsValue) - Share(before);

        long Share(long value) => (long)((Int128)Math.Clamp(order.CouponDiscount, 0, all) * value / all);
    }

    private static QuoteItem Goods(Order order, LineQuantity asked)
    {
        var line = order.Line(asked.LineId) ?? throw new ArgumentException($"The order '{order.Id}' has no line '{asked.LineId}'.", nameof(asked));
        var amount = new Money(line.UnitPrice, order.Currency) * asked.Quantity;
        return new(QuoteItemKind.Goods, amount, Sentence.Of("policies.quote.goods", ("item", new Name(line.Name, line.Names)), ("quantity", asked.Quantity), ("amount", amount))) { LineId = line.Id, Quantity = asked.Quantity };
    }

    // The way out is given back when nothing is kept, and nothing was sent or the seller answers for every part of it.
    private static bool ReturnsOutboundPostage(ShopPolicy policy, ReturnRequest request, Verdict verdict)
    {
        var order = request.Order;
        if (order.ShippingFee <= 0 || !ReturnPostage.TakesEverything(order, request.GoodsValue)) return false;
        if (policy.Postage.RefundsOutboundAlways || verdict.Rule is "C11" or "C13" || verdict.Grounds.Contains("C13")) return true;
        return ReturnPostage.SellerPays(policy, request)
            && order.Returns.Where(opened => opened.Status is not ("withdrawn" or "rejected")).All(opened => ReturnPostage.SellerPays(policy, request with { Reason = opened.Reason }));
    }
}
