namespace ServiceBot.Dialogs.Refunds;

internal enum RefundStatusStates
{
    Open,
    Identify,
    Choose,
    Nothing,
    Told,
    HandedOver,
    Cancelled,
}
