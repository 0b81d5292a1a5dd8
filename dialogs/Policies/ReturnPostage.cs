using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Who pays the way back.</summary>
internal enum PostagePayer
{
    /// <summary>Nothing is sent, or it costs nothing.</summary>
    Nobody,
    /// <summary>The customer.</summary>
    Customer,
    /// <summary>The seller.</summary>
    Seller,
    /// <summary>Nobody can say; a person decides.</summary>
    Disputed,
}

/// <summary>Who pays the way back, and postage that was waived on the way out: rules C01, C04, C11, C19.</summary>
internal static class ReturnPostage
{
    /// <summary>Who pays, where goods are sent back. Under Korean law the seller always pays for goods that are not as agreed (§18⑩).</summary>
    public static PostagePayer Payer(ShopPolicy policy, ReturnRequest request) =>
        IsDisputed(policy, request) ? PostagePayer.Disputed
        : SellerPays(policy, request) ? PostagePayer.Seller
        : policy.Postage.Return == 0 && LostFreePostage(policy, request) == 0 ? PostagePayer.Nobody
        : PostagePayer.Customer;

    /// <summary>Whether the seller answers for the reason.</summary>
    public static bool SellerPays(ShopPolicy policy, ReturnRequest request) =>
        (policy.Jurisdiction is Jurisdiction.Korea && request.IsNonconformity)
        || (request.Reason is { } reason && policy.Postage.SellerPays.Contains(reason, StringComparer.Ordinal));

    /// <summary>C19: waived postage would be asked for, which was not shown before purchase.</summary>
    public static bool IsDisputed(ShopPolicy policy, ReturnRequest request) =>
        policy.Jurisdiction is Jurisdiction.Korea && !request.Order.ReturnFeesShown && !SellerPays(policy, request) && LostFreePostage(policy, request) > 0;

    /// <summary>
    /// Waived postage that is asked for because this return takes what is kept below the threshold, in minor units; asked once, by the return
    /// that crosses it. Without a threshold it is lost when everything comes back.
    /// </summary>
    public static long LostFreePostage(ShopPolicy policy, ReturnRequest request)
    {
        var order = request.Order;
        if (!policy.Postage.ChargesLostFreePostage || order.ShippingFeeWaived == 0) return 0;
        var keptBefore = order.Lines.Sum(line => line.UnitPrice * line.Returnable);
        var keptAfter = keptBefore - request.GoodsValue;
        var threshold = order.FreeShippingFrom ?? 1;
        return keptBefore >= threshold && keptAfter < threshold ? order.ShippingFeeWaived : 0;
    }

    /// <summary>Whether nothing is kept after this return.</summary>
    public static bool TakesEverything(Order order, long goodsValueAsked) => order.Lines.Sum(line => line.UnitPrice * line.Returnable) == goodsValueAsked;
}
