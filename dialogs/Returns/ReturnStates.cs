namespace ServiceBot.Dialogs.Returns;

internal enum ReturnStates
{
    /// <summary>The superstate of all that the customer can leave at any time.</summary>
    Open,
    Identify,
    ChooseOrder,
    NothingToReturn,
    ChooseItems,
    HowMany,
    Reason,
    Condition,
    Evidence,
    Verdict,
    Alternatives,
    RefundTo,
    Account,
    PickupAddress,
    PickupDate,
    ReadBack,
    WhatToChange,
    Committing,
    InProgress,
    Receipt,
    HandedOver,
    Cancelled,
}
