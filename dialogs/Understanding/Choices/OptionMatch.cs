using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding.Choices;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Which of several options some words mean.</summary>
/// <param name="Chosen">Indexes of the options that were surely meant, rising.</param>
/// <param name="Candidates">Indexes of the options between which the words do not decide, rising; empty where nothing is open.</param>
public sealed partial record OptionMatch(ImmutableArray<int> Chosen, ImmutableArray<int> Candidates)
{
    /// <summary>Nothing matched.</summary>
    public static OptionMatch None { get; } = new([], []);

    /// <summary>Whether the customer must be asked which of <see cref="Candidates"/> is meant.</summary>
    public bool IsAmbiguous => !Candidates.IsEmpty;

    /// <summary>
    /// Finds the options that the words mean: by exact value or title, by number ("2", "2번", "두 번째 거", "the last one"), by words of the title or of
    /// <see cref="Option.AlsoKnownAs"/> (typing errors and Korean particles forgiven), and, where several may be given, as a list, "all", or "all except".
    /// </summary>
    /// <param name="text">The customer's words; a line, comma or semicolon parts the entries of a list.</param>
    /// <param name="options">What may be chosen, in the order in which it is shown.</param>
    /// <param name="many">Whether several may be chosen.</param>
    /// <param name="wereShown">Whether the customer saw the options in this order, so that a place among them means something.</param>
    public static OptionMatch Find(string text, IReadOnlyList<Option> options, bool many = false, bool wereShown = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var words = Masks().Replace(text, " ");
        return options.Count == 0 || string.IsNullOrWhiteSpace(words) ? None : new OptionSearch(options, many, wereShown).Find(words);
    }

    // What stands where personal data stood: [PHONE] is no telephone that somebody bought.
    [GeneratedRegex(@"\[[A-Z]{3,10}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Masks();
}
