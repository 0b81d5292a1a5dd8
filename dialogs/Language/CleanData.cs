using System.Globalization;
using System.Text;

namespace ServiceBot.Dialogs.Language;

/// <summary>Makes data safe to stand inside a sentence: one line, no control characters, nothing that turns the direction of writing.</summary>
internal static class CleanData
{
    // The joiner inside of emoji (👩‍💻) is a format character like those that hide or reorder text, but harmless.
    private const char Joiner = '\u200D';

    public static string Of(string data)
    {
        foreach (var sign in data)
            if (IsUnwanted(sign)) return Cleaned(data);
        return data;
    }

    private static string Cleaned(string data)
    {
        var clean = new StringBuilder(data.Length);
        foreach (var sign in data)
        {
            if (!IsUnwanted(sign)) clean.Append(sign);
            else if (char.IsWhiteSpace(sign) && clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().Trim();
    }

    private static bool IsUnwanted(char sign) => sign != Joiner && CharUnicodeInfo.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
