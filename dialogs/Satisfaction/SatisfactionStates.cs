namespace ServiceBot.Dialogs.Satisfaction;

internal enum SatisfactionStates
{
    /// <summary>The superstate of all that the customer can leave at any time.</summary>
    Open,
    Rating,
    Comment,
    Committing,
    OfferPerson,
    Thanked,
    Declined,
    HandedOver,
    Cancelled,
}
