using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Returns;

/// <summary>What a return must know; what hangs on what.</summary>
internal static class ReturnSlots
{
    public static readonly Slot<string> Account = new("account") { IsPersonal = true };
    public static readonly Slot<string> RefundTo = new("refundTo") { Forgets = [Account] };
    public static readonly Slot<DateOnly> PickupDate = new("pickupDate");
    public static readonly Slot<Address> PickupAddress = new("pickupAddress") { IsPersonal = true };
    public static readonly Slot<string[]> Evidence = new("evidence");
    public static readonly Slot<bool> Used = new("used");
    public static readonly Slot<string> Reason = new("reason") { Forgets = [Used, Evidence] };
    public static readonly Slot<int> Quantity = new("quantity");
    public static readonly Slot<string[]> Items = new("items") { Forgets = [Quantity, Used, Evidence] };
    public static readonly Slot<string> Order = new("order") { Forgets = [Items, PickupAddress, RefundTo] };

    /// <summary>What was committed, for the receipt: by then the shop's facts are others.</summary>
    public static readonly Slot<LineQuantity[]> Booked = new("booked");

    /// <summary>By when the money is owed, where that day was known at the commit.</summary>
    public static readonly Slot<DateOnly> DueOn = new("dueOn");

    /// <summary>Within how many business days of their arrival the goods are paid back, where the law says so.</summary>
    public static readonly Slot<int> DueDays = new("dueDays");

    /// <summary>What the customer wants instead of a return that is refused.</summary>
    public static readonly Slot<string> Alternative = new("alternative");
}
