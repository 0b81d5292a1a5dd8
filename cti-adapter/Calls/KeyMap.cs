using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>How keys are read.</summary>
internal enum KeyKind
{
    /// <summary>Only the keys that work everywhere.</summary>
    None,
    /// <summary>One key for each option.</summary>
    Menu,
    /// <summary>1 for yes, 2 for no.</summary>
    YesNo,
    /// <summary>One digit that is the answer itself.</summary>
    Digit,
    /// <summary>A number of any length, ended by #.</summary>
    Number,
}

/// <summary>What the keys mean to whoever hears this very prompt; "2" is what that menu called 2, whatever the conversation has come to meanwhile.</summary>
/// <param name="Kind">How they are read.</param>
internal sealed record KeyMap(KeyKind Kind)
{
    /// <summary>Most options that are read out at once; a caller remembers no more.</summary>
    public const int MostOptions = 3;

    /// <summary>The options behind the keys 1, 2 and 3, as places in the list that was offered.</summary>
    public ImmutableArray<int> Options { get; init; } = [];

    /// <summary>The place in the list at which the rest of it begins, behind the key after the last option; null where there is no rest.</summary>
    public int? Rest { get; init; }

    /// <summary>Whether 9 changes the language, which is offered once.</summary>
    public bool OffersLanguage { get; init; }
}
