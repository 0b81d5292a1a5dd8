namespace ServiceBot.Dialogs.Complaints;

internal enum ComplaintStates
{
    /// <summary>The superstate of all that the customer can leave at any time.</summary>
    Open,
    Identify,
    Contact,
    Story,
    Category,
    Order,
    Wish,
    ReadBack,
    WhatToChange,
    Committing,
    InProgress,
    Receipt,
    HandedOver,
    Cancelled,
}
