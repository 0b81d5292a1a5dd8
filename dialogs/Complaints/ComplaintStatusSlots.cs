using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>What asking about a case must know.</summary>
internal static class ComplaintStatusSlots
{
    /// <summary>What to add, in the customer's own words.</summary>
    public static readonly Slot<string> Words = new("words") { IsPersonal = true };
    /// <summary>What comes after the status: one of the steps of <see cref="ComplaintStatusFacts"/>.</summary>
    public static readonly Slot<string> Step = new("step") { Forgets = [Words] };
    /// <summary>The case's number, or that the customer has none at hand.</summary>
    public static readonly Slot<string> Number = new("number") { Forgets = [Step] };
}
