namespace ServiceBot.Dialogs.Identification;

internal enum IdentifyStates
{
    Open,
    Claim,
    Check,
    Unfinished,
    GoneOn,
    Verified,
    HandedOver,
    Cancelled,
}
