using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Identification;

internal static class IdentifySlots
{
    public static readonly Slot<string> Order = new("order");
    public static readonly Slot<string> Phone = new("phone") { IsPersonal = true };
    public static readonly Slot<string> Email = new("email") { IsPersonal = true };
    public static readonly Slot<string> Name = new("name") { IsPersonal = true };
    public static readonly Slot<string> Postcode = new("postcode") { IsPersonal = true };

    /// <summary>Set once the facts given suffice for one of the shop's methods.</summary>
    public static readonly Slot<string> Identity = new("identity");

    /// <summary>Whether the customer goes on with what was left unfinished on another channel.</summary>
    public static readonly Slot<bool> GoOn = new("goOn");
}
