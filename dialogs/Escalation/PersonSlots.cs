using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Escalation;

internal static class PersonSlots
{
    /// <summary>Where the customer is reached: digits of a telephone number, or an e-mail address, or "-" for neither.</summary>
    public static readonly Slot<string> Contact = new("contact") { IsPersonal = true };

    /// <summary>What the customer prefers while nobody is there: one of <see cref="PersonQuestions"/>'s ways.</summary>
    public static readonly Slot<string> Way = new("way");

    /// <summary>That a person was asked for again instead of an answer.</summary>
    public static readonly Slot<bool> Insisted = new("insisted");

    /// <summary>Set once nobody tries any more to reach the customer by telephone.</summary>
    public static readonly Slot<bool> NotReached = new("notReached");

    /// <summary>The escalation under which the customer waits.</summary>
    public static readonly Slot<string> Escalation = new("escalation");
}
