using System.Text;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Veils insults in what people are to read, by the same words by which moods are recognized; those of either language, whichever was spoken.</summary>
public sealed class InsultVeil
{
    /// <summary>What stands in place of an insult, however long it was.</summary>
    public const string Sign = "●●●";
    // Phrases are sought in pieces that understanding never cuts.
    private const int PieceLength = NormalizedText.MaxLength / 2;

    private readonly PhraseBook[] books;

    internal InsultVeil(params PhraseBook[] books) => this.books = books;

    /// <summary>A text with its insults veiled.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The very same text where nothing was found; else the lines with an insult in normalized form (half-width, one space between words).</returns>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = Pieces(text).Select(piece => (Written: piece, Veiled: Piece(piece))).ToArray();
        return Array.TrueForAll(pieces, piece => piece.Veiled is null) ? text : string.Concat(pieces.Select(piece => piece.Veiled ?? piece.Written));
    }

    private string? Piece(string piece)
    {
        var normalized = NormalizedText.Of(piece);
        var spans = new List<(int Start, int End)>();
        foreach (var book in books)
        {
            var haystack = Haystack.Of(normalized, book.Language);
            var insult = book.Word("insult");
            foreach (var hit in book.Scan(haystack).Where(hit => hit.Word == insult))
            {
                var (from, to) = (hit.Start, hit.End - 1);
                while (from < to && haystack.Text[from] == ' ') from++; // English words are found with the spaces around them
                while (to > from && haystack.Text[to] == ' ') to--;
                var end = haystack.Origin(to) + 1;
                // Many are known by their stem alone; Korean endings are particles, which say no more.
                while (book.Language == SpokenLanguage.English && end < normalized.Text.Length && char.IsAsciiLetter(normalized.Text[end])) end++;
                spans.Add((haystack.Origin(from), end));
            }
        }
        if (spans.Count == 0) return null;
        spans.Sort();
        var veiled = new StringBuilder(normalized.Text, 0, spans[0].Start, piece.Length + Sign.Length).Append(Sign);
        var at = spans[0].End;
        foreach (var (start, end) in spans)
        {
            // Insults in a row, or one within another, are one.
            if (start > at && !string.IsNullOrWhiteSpace(normalized.Text[at..start])) veiled.Append(normalized.Text, at, start - at).Append(Sign);
            at = Math.Max(at, end);
        }
        veiled.Append(normalized.Text, at, normalized.Text.Length - at);
        return veiled.Append(piece.EndsWith('\n') ? "\n" : "").ToString();
    }

    // Lines, and what is longer than any line that a person writes.
    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var line = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;
            var piece = text[start..Math.Min(line, start + PieceLength)];
            yield return piece;
            start += piece.Length;
        }
    }
}
