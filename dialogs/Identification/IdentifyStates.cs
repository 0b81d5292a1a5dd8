namespace ServiceBot.Dialogs.Identification;

internal enum IdentifyStates
{
    Open,
    Claim,
    Check,
    Verified,
    HandedOver,
    Cancelled,
}
