using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Refunds;

internal static class RefundSlots
{
    /// <summary>Whether a refund that was begun is meant, or another one.</summary>
    public static readonly Slot<string> Wish = new("refundWish");
}
