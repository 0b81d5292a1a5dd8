using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Who pays the way.</summary>
/// <param name="Return">What the way back costs a customer who has to pay it, in minor units; 0 where it is free.</param>
/// <param name="SellerPays">Return reasons for which the seller pays; the law may add to them.</param>
public sealed record PostageRules(long Return, ImmutableArray<string> SellerPays)
{
    /// <summary>Whether postage that was waived is asked for when what is kept no longer reaches the threshold; under Korean law only if it was shown before purchase.</summary>
    public bool ChargesLostFreePostage { get; init; }
    /// <summary>Whether the postage paid for the way out is returned also when the customer changed their mind and returns everything.</summary>
    public bool RefundsOutboundAlways { get; init; }
}
