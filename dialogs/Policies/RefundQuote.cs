using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>What an item of a quote is.</summary>
internal enum QuoteItemKind
{
    /// <summary>The goods at their price.</summary>
    Goods,
    /// <summary>The share of the coupon that goods coming back had (negative).</summary>
    CouponShare,
    /// <summary>The postage paid for the way out, returned.</summary>
    OutboundPostage,
    /// <summary>The way back (negative).</summary>
    ReturnPostage,
    /// <summary>Waived postage, since what is kept no longer reaches the threshold (negative).</summary>
    LostFreePostage,
    /// <summary>A fee of the shop (negative).</summary>
    Fee,
    /// <summary>What exceeds the payments that can still be refunded (negative); a person looks at it.</summary>
    BeyondPayments,
}

/// <summary>One item of a quote.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Negative for a deduction.</param>
/// <param name="Text">The item in words, with the amount without its sign.</param>
internal sealed record QuoteItem(QuoteItemKind Kind, Money Amount, Sentence Text)
{
    /// <summary>The line, for goods.</summary>
    public string? LineId { get; init; }
    /// <summary>How many, for goods.</summary>
    public int Quantity { get; init; }
}

/// <summary>What a return gives back, item by item, and where each part goes. The same request, policy and verdict give the same quote and hash.</summary>
internal sealed record RefundQuote
{
    /// <summary>The items, in the order in which they are told.</summary>
    public required ImmutableArray<QuoteItem> Items { get; init; }
    /// <summary>What the customer gets: the sum of the items, never less than nothing, and always the sum of the parts.</summary>
    public required Money Total { get; init; }
    /// <summary>Where it goes; each part more than zero.</summary>
    public required ImmutableArray<RefundPart> Parts { get; init; }
    /// <summary>What the customer would still owe where deductions exceed the goods; zero otherwise.</summary>
    public required Money DueFromCustomer { get; init; }
    /// <summary>Whether a bank account of the customer is needed (환불계좌).</summary>
    public required bool NeedsAccount { get; init; }
    /// <summary>Whether a cash receipt (현금영수증) is corrected with it.</summary>
    public required bool CorrectsCashReceipt { get; init; }
    /// <summary>Content hash, 32 hexadecimal digits; a yes binds only to the hash that was read back.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether a person must look at it before anything is promised.</summary>
    public bool NeedsPerson => DueFromCustomer.Minor > 0 || Items.Any(item => item.Kind is QuoteItemKind.BeyondPayments);

    /// <summary>Quotes what was decided.</summary>
    /// <param name="policy">The shop's policy.</param>
    /// <param name="request">What is asked; its lines must be in the order.</param>
    /// <param name="verdict">What was decided about it; a verdict for a person can be quoted as a preview.</param>
    /// <param name="to">A gift card of the customer for all of it, where the policy allows that; null for back to each source.</param>
    /// <exception cref="ArgumentException">The verdict is a refusal, or the policy does not allow that destination.</exception>
    public static RefundQuote For(ShopPolicy policy, ReturnRequest request, Verdict verdict, PaymentMethod? to = null)
    {
        if (verdict.Kind is VerdictKind.Refused) throw new ArgumentException($"A refusal by {verdict.Rule} has no quote.", nameof(verdict));
        var items = QuoteItems.Of(policy, request, verdict);
        var sum = items.Aggregate(Money.Zero(request.Order.Currency), (total, item) => total + item.Amount);
        var total = sum.Minor > 0 ? sum : Money.Zero(sum.Currency);
        var parts = RefundSplit.Of(policy, request.Order, total.Minor, to);
        return new()
        {
            Items = items,
            Total = total,
            Parts = parts,
            DueFromCustomer = total - sum,
            NeedsAccount = parts.Any(part => part.PaymentId is not null && policy.Refunds.AccountNeeded.Contains(part.Kind, StringComparer.Ordinal)),
            CorrectsCashReceipt = request.Order.CashReceipt && total.Minor > 0,
            Hash = QuoteHash.Of(request, verdict, items, parts),
        };
    }
}
