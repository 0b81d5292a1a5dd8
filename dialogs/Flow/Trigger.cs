namespace ServiceBot.Dialogs.Flow;

/// <summary>What moves a dialog from state to state. All dialogs share these words, so that what is repaired once is repaired for all.</summary>
public enum Trigger
{
    /// <summary>What the state waited for is known.</summary>
    Next,
    /// <summary>What was given did not do; back to asking, as often as a ceiling allows.</summary>
    Retry,
    /// <summary>The customer agreed.</summary>
    Yes,
    /// <summary>The customer declined.</summary>
    No,
    /// <summary>A slot was changed: from the start again, silently, through all that is still known.</summary>
    Corrected,
    /// <summary>A person is needed.</summary>
    Person,
    /// <summary>The customer stops.</summary>
    Cancel,
    /// <summary>On again where it was interrupted.</summary>
    Resume,
    /// <summary>The effect is done.</summary>
    Done,
    /// <summary>The effect has begun; its end comes later.</summary>
    Pending,
    /// <summary>The effect was refused; nothing was changed.</summary>
    Refused,
    /// <summary>Nobody can say how the effect ended.</summary>
    Unknown,
}
