namespace ServiceBot.Dialogs.Returns;

internal enum UndoReturnStates
{
    Open,
    Identify,
    Choose,
    TooLate,
    ReadBack,
    Kept,
    Committing,
    Undone,
    NotUndone,
    HandedOver,
    Cancelled,
}
