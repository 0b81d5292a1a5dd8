namespace ServiceBot.Dialogs.OrderStatus;

internal enum OrderStatusStates
{
    Open,
    Identify,
    ChooseOrder,
    NoOrders,
    Told,
    HandedOver,
    Cancelled,
}
