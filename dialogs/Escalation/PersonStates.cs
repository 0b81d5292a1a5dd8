namespace ServiceBot.Dialogs.Escalation;

internal enum PersonStates
{
    Open,
    Availability,
    NobodyThere,
    Queueing,
    Waiting,
    Contact,
    Committing,
    Promised,
    Voicemail,
    NotPromised,
    HandedOver,
    Cancelled,
}
