using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.OrderStatus;

internal static class OrderStatusSlots
{
    public static readonly Slot<string> Order = new("order");
}
