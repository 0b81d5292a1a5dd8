namespace ServiceBot.Dialogs.Policies;

/// <summary>The right to withdraw without a reason: rules C01, C02, C03, C11, C12, C18.</summary>
internal static class Withdrawal
{
    /// <summary>C01 (C12 for services): the last day, seven days after delivery or the contract document, whichever is later.</summary>
    public static DateOnly Deadline(ShopPolicy policy, RequestedLine line, DateOnly delivered)
    {
        var document = line.Request.Order.ContractDocumentAt is { } moment ? policy.DateOf(moment) : delivered;
        return line.Calendar.AfterDays(document > delivered ? document : delivered, KoreanLaw.Rule("C01")["days"]);
    }

    /// <summary>C02: the last day where the seller's address became known only later.</summary>
    public static DateOnly? DeadlineByAddress(RequestedLine line) =>
        line.Request.AddressKnownOn is { } known ? line.Calendar.AfterDays(known, KoreanLaw.Rule("C02")["days"]) : null;

    /// <summary>C03: the last day where the seller obstructed the withdrawal.</summary>
    public static DateOnly? DeadlineByObstruction(RequestedLine line) =>
        line.Request.ObstructedUntil is { } ended ? line.Calendar.AfterDays(ended, KoreanLaw.Rule("C03")["days"]) : null;

    /// <summary>
    /// The last day of all that hold, and the rule by which that day was or was not met: the law's while its own last day is not over, then the
    /// shop's longer period (S04, up to <see cref="DateOnly.MaxValue"/> where it sets none). A shorter period of the shop is void (C17).
    /// </summary>
    public static (string Rule, DateOnly Deadline) Latest(ShopPolicy policy, RequestedLine line, DateOnly delivered)
    {
        var byLaw = (Rule: IsService(line) ? "C12" : "C01", Deadline: Deadline(policy, line, delivered));
        if (DeadlineByAddress(line) is { } byAddress && byAddress > byLaw.Deadline) byLaw = ("C02", byAddress);
        if (DeadlineByObstruction(line) is { } byObstruction && byObstruction > byLaw.Deadline) byLaw = ("C03", byObstruction);
        var byShop = policy.Returns.WithdrawalDays is { } days ? line.Calendar.AfterDays(delivered, days) : DateOnly.MaxValue;
        if (byShop <= byLaw.Deadline) return byLaw;
        return (line.SentOn > byLaw.Deadline ? ShopRules.Period : byLaw.Rule, byShop);
    }

    /// <summary>C11: nothing of the line was handed to a carrier, so there is nothing to send back.</summary>
    public static bool IsBeforeSupply(RequestedLine line) => line.DeliveredOn is null
        && (line.Parcel is { } parcel ? parcel is { ShippedAt: null, Status: "preparing" } : !ShopRules.HasLeft(line.Request.Order.Status));

    /// <summary>C12: a service or digital content, which is not sent back.</summary>
    public static bool IsService(RequestedLine line) => line.Is(ShopFacts.GoodsTraits.Digital);

    /// <summary>C18: a withdrawal takes effect on the day it was sent.</summary>
    public static DateOnly EffectiveOn(ShopPolicy policy, ReturnRequest request) => policy.DateOf(request.SentAt);
}
