namespace ServiceBot.Dialogs.Complaints;

internal enum ComplaintStatusStates
{
    /// <summary>The superstate of all that the customer can leave at any time.</summary>
    Open,
    Number,
    Find,
    Identify,
    Choose,
    NoCases,
    Status,
    Told,
    Words,
    ReadBack,
    Committing,
    Added,
    Left,
    HandedOver,
    Cancelled,
}
