namespace ServiceBot.Dialogs.Escalation;

internal enum PersonStates
{
    Open,
    Contact,
    Committing,
    Promised,
    NotPromised,
    HandedOver,
    Cancelled,
}
