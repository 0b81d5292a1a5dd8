namespace ServiceBot.Dialogs.WebLink;

internal enum WebLinkStates
{
    /// <summary>The superstate of all that the customer can leave at any time.</summary>
    Open,
    Way,
    Link,
    Code,
    Sent,
    Told,
    Here,
    NotPossible,
    HandedOver,
    Cancelled,
}
