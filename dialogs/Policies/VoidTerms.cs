namespace ServiceBot.Dialogs.Policies;

/// <summary>Terms worse for the customer than the law, which are void: rule C17 (전자상거래법 §18⑨, §35).</summary>
internal static class VoidTerms
{
    /// <summary>What a policy asks that Korean law forbids, as errors; a shorter withdrawal period is no error, the law's simply holds.</summary>
    public static IEnumerable<string> In(ShopPolicy policy)
    {
        if (policy.Jurisdiction is not Jurisdiction.Korea) yield break;
        var rule = KoreanLaw.Rule("C17");
        if (!policy.Refunds.Fees.IsEmpty)
            yield return $"refunds.fees: '{string.Join(", ", policy.Refunds.Fees.Select(fee => fee.Name))}' cannot be asked in jurisdiction KR ({rule.Source})";
        if (!policy.Refunds.Destinations.IsEmpty && !policy.Refunds.Destinations.Contains(RefundRules.Original))
            yield return $"refunds.destinations: must hold 'original' in jurisdiction KR ({rule.Source}), but is '{string.Join(", ", policy.Refunds.Destinations)}'";
        if (policy.Returns.OncePerOrder)
            yield return $"returns.oncePerOrder: true cannot hold in jurisdiction KR ({rule.Source})";
        if (!policy.Returns.AsksReason)
            yield return $"returns.reasons: must not be empty in jurisdiction KR, where the reason decides who pays postage ({KoreanLaw.Rule("C04").Source})";
    }
}
