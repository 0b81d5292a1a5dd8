namespace ServiceBot.Dialogs.Refunds;

internal enum RefundStates
{
    Open,
    Identify,
    Wish,
    Return,
    Status,
    HandedOver,
    Cancelled,
}
