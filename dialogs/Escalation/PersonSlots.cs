using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Escalation;

internal static class PersonSlots
{
    /// <summary>Where the customer is reached: digits of a telephone number, or an e-mail address, or "-" for neither.</summary>
    public static readonly Slot<string> Contact = new("contact") { IsPersonal = true };
}
