using System.Text;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>The words as every recognizer sees them: composed, half-width, trimmed, one space between words; with the places where a line ended.</summary>
internal sealed class NormalizedText
{
    /// <summary>Longer utterances are cut here: no customer says more in one breath, and no hostile text costs more.</summary>
    public const int MaxLength = 4000;

    private NormalizedText(string text, List<int> breaks)
    {
        Text = text;
        Breaks = breaks;
    }

    public string Text { get; }

    /// <summary>Positions of spaces that were line ends.</summary>
    public List<int> Breaks { get; }

    public static NormalizedText Of(string raw)
    {
        var output = new StringBuilder(Math.Min(raw.Length, MaxLength));
        var breaks = new List<int>();
        var space = false;
        var newline = false;
        foreach (var original in raw.AsSpan(0, Math.Min(raw.Length, 2 * MaxLength)))
        {
            var c = HalfWidth(original);
            if (IsInvisible(c)) continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = true;
                newline |= c is '\n' or '\r' or '\u2028' or '\u2029';
                continue;
            }
            if (output.Length + (space ? 1 : 0) >= MaxLength) break;
            if (space && output.Length > 0)
            {
                if (newline) breaks.Add(output.Length);
                output.Append(' ');
            }
            space = newline = false;
            if (output.Length == 0 || !Jamo.TryCompose(output[^1], c, out var composed)) output.Append(c);
            else output[^1] = composed;
        }
        if (output.Length > 0 && char.IsHighSurrogate(output[^1])) output.Length--;
        return new(output.ToString(), breaks);
    }

    private static char HalfWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u2018' or '\u2019' or '\u02BC' or '\u0060' or '\u00B4' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => c,
    };

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\uFE0E' or '\uFE0F';
}
