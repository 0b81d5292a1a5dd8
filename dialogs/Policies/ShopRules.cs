using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>The shop's own rules, S01 to S09, beside those of the law.</summary>
internal static class ShopRules
{
    /// <summary>Nothing of it is left to return.</summary>
    public const string NothingLeft = "S01";
    /// <summary>The order stands so that nothing can be returned.</summary>
    public const string Status = "S02";
    /// <summary>One return an order.</summary>
    public const string OncePerOrder = "S03";
    /// <summary>The shop's own return period, or none.</summary>
    public const string Period = "S04";
    /// <summary>A photograph is wanted and was not given.</summary>
    public const string Evidence = "S05";
    /// <summary>More than the machine may grant alone.</summary>
    public const string Authority = "S06";
    /// <summary>Whether or when it was delivered is not clear.</summary>
    public const string Delivery = "S07";
    /// <summary>The shop's rule on exchanges.</summary>
    public const string Exchange = "S08";
    /// <summary>The table of holidays ends before the deadlines do, so they cannot be reckoned.</summary>
    public const string Calendar = "S09";

    /// <summary>S01: whether more is asked than can still be returned.</summary>
    public static bool IsNothingLeft(ReturnRequest request) => request.Lines.IsEmpty || request.Lines.GroupBy(asked => asked.LineId, StringComparer.Ordinal)
        .Any(asked => request.Order.Line(asked.Key) is not { } line || asked.Any(part => part.Quantity < 1) || asked.Sum(part => part.Quantity) > line.Returnable);

    /// <summary>S03: whether a return was opened that was neither taken back nor rejected.</summary>
    public static bool HasReturn(Order order) => order.Returns.Any(opened => opened.Status is not ("withdrawn" or "rejected"));

    /// <summary>S05: whether a photograph is required and missing.</summary>
    public static bool LacksEvidence(ShopPolicy policy, ReturnRequest request) =>
        policy.Returns.EvidenceFor(request.Reason) is EvidenceRule.Required && !request.HasEvidence;

    /// <summary>S06: whether the goods are worth more than the machine may grant.</summary>
    public static bool IsOverAuthority(ShopPolicy policy, ReturnRequest request) => request.GoodsValue > policy.Refunds.AuthorityLimit;

    /// <summary>Whether the goods may stay with the customer: by their own trait, or cheap enough by the policy, and for the right reason.</summary>
    public static bool KeepsGoods(ShopPolicy policy, ReturnRequest request)
    {
        var rule = policy.Refunds.KeepGoods;
        var byTrait = request.Lines.All(asked => request.Order.Line(asked.LineId)?.Traits.HasFlag(GoodsTraits.KeepOnRefund) == true);
        var forReason = request.IsNonconformity || (request.Reason is { } reason && rule?.Reasons.Contains(reason) == true);
        if (byTrait && forReason) return true;
        return rule is not null && request.Reason is { } given && rule.Reasons.Contains(given) && request.GoodsValue <= rule.UpTo && (request.HasEvidence || !rule.NeedsEvidence);
    }

    /// <summary>Whether an order of that status has left the shop.</summary>
    public static bool HasLeft(string status) => status is OrderStatuses.Shipped or OrderStatuses.Delivered or OrderStatuses.ReturnRequested
        or OrderStatuses.Returned or OrderStatuses.ExchangeRequested;
}
