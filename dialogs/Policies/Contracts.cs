namespace ServiceBot.Dialogs.Policies;

/// <summary>What holds between shop and customer beside returns: rules C20 and C24.</summary>
internal static class Contracts
{
    /// <summary>C20: whether a withdrawal may be sent to another way, such as a call; not where the contract came about electronically.</summary>
    public static bool MayDemandOtherWay(bool joinedByPhoneOrChat, bool electronicContract) => !(joinedByPhoneOrChat && electronicContract);

    /// <summary>C24: whether the consent to a dearer subscription holds, being given within the days before it takes effect.</summary>
    public static bool ConsentHolds(DateOnly consented, DateOnly takesEffect) =>
        consented <= takesEffect && consented >= takesEffect.AddDays(-KoreanLaw.Rule("C24")["days"]);
}
