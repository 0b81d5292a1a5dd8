namespace ServiceBot.Dialogs.Privacy;

/// <summary>
/// Finds personal data in words by its shape and masks it. Pure, without regular expressions that could be made to run long: time grows linearly
/// with the text. Names and addresses have no shape; they are masked where their place is known, see <see cref="FieldMasks"/>.
/// </summary>
public static class PersonalData
{
    /// <summary>The text with what was found replaced by its kind, such as <c>[PHONE]</c>; the text itself where nothing was. Hangul comes back composed.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (CanonicalText.IsHarmless(text)) return text;
        var (composed, finds) = Find(text, besideCards: false);
        return Privacy.Find.Apply(composed, finds);
    }

    /// <summary>As <see cref="Mask"/>, but only what nothing may keep, not even sealed.</summary>
    public static string MaskForbidden(string text)
    {
        var (composed, finds) = FindToKeep(text);
        return Privacy.Find.Apply(composed, [.. finds.Where(find => find.Kind.IsForbidden())]);
    }

    /// <summary>What must not be in a text that is kept: beside a card's number, three or four digits may be its code and go too.</summary>
    internal static (string Text, IReadOnlyList<Find> Finds) FindToKeep(string text) => CanonicalText.IsHarmless(text) ? (text, []) : Find(text, besideCards: true);

    /// <summary>What is found in a text.</summary>
    /// <returns>The text with Hangul composed, and the finds in order.</returns>
    internal static (string Text, IReadOnlyList<Find> Finds) Find(string text, bool besideCards)
    {
        var canonical = CanonicalText.Of(text);
        var digits = new Digits(canonical);
        var finds = new Finds(canonical);
        Numbers.Find(digits, finds);
        Words.Find(canonical, digits, finds);
        CardCodes.Find(canonical, digits, finds, besideCards);
        return (canonical.Text, finds.Merged());
    }
}
