using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Returns;

/// <summary>What a return must know; what hangs on what.</summary>
internal static class ReturnSlots
{
    /// <summary>The rule from which a person has made an exception. What was asked is part of it: another order, item or reason needs another.</summary>
    public static readonly Slot<string> Approval = new("approval");
    public static readonly Slot<string> Account = new("account") { IsPersonal = true };
    public static readonly Slot<string> RefundTo = new("refundTo") { Forgets = [Account] };
    public static readonly Slot<DateOnly> PickupDate = new("pickupDate");
    public static readonly Slot<Address> PickupAddress = new("pickupAddress") { IsPersonal = true };

    /// <summary>All photographs that were shown, with what each shows: whoever comes back to the same items is not asked again.</summary>
    public static readonly Slot<ShownEvidence[]> Shown = new("shownEvidence");

    /// <summary>What proves the items as they are now; found among <see cref="Shown"/>, so that no change of items or reason needs to forget it.</summary>
    public static readonly Slot<string[]> Evidence = new("evidence") { Forgets = [Shown] };
    public static readonly Slot<bool> Used = new("used") { Forgets = [Approval] };
    public static readonly Slot<string> Reason = new("reason") { Forgets = [Used, Approval] };
    public static readonly Slot<int> Quantity = new("quantity") { Forgets = [Approval] };
    public static readonly Slot<string[]> Items = new("items") { Forgets = [Quantity, Used, Approval] };
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

/// <summary>Photographs and what they show.</summary>
/// <param name="Order">Of which order.</param>
/// <param name="Items">Which of its lines.</param>
/// <param name="Reason">For which reason, or null where none is asked.</param>
/// <param name="Photos">Their ids; empty where the customer has none.</param>
internal sealed record ShownEvidence(string Order, string[] Items, string? Reason, string[] Photos);
