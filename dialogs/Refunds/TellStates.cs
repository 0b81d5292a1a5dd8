namespace ServiceBot.Dialogs.Refunds;

/// <summary>A dialog that only tells something and is done.</summary>
internal enum TellStates
{
    Open,
    Told,
    HandedOver,
    Cancelled,
}
