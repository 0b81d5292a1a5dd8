namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>One line of a phrase book: a weight and the words that must, or must not, be said.</summary>
internal sealed class PhraseRule
{
    private const int MaxWords = 8;
    private readonly Term[] required;
    private readonly int[] forbidden;

    private PhraseRule(string label, double weight, Term[] required, int[] forbidden)
    {
        Label = label;
        Weight = weight;
        this.required = required;
        this.forbidden = forbidden;
    }

    public string Label { get; }

    public double Weight { get; }

    /// <summary>The rarest way in: a rule is tried only where its first word was said.</summary>
    public int Key => required[0].Word;

    /// <summary>Reads a line such as <c>0.9 return &gt;status !policy</c>.</summary>
    /// <exception cref="FormatException">The line has no weight from 0 to 1, no word, or a word that is not defined.</exception>
    public static PhraseRule Parse(string label, string line, IReadOnlyDictionary<string, int> words)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !double.TryParse(parts[0], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var weight) || weight is <= 0 or > 1)
            throw new FormatException($"Rule '{line}' of '{label}' must be a weight from 0 to 1 and words, such as '0.9 return status'.");
        var terms = new List<Term>();
        var excluded = new List<int>();
        foreach (var part in parts.AsSpan(1))
        {
            var name = part.TrimStart('!', '=', '^', '$', '>');
            if (!words.TryGetValue(name, out var word)) throw new FormatException($"Rule '{line}' of '{label}' uses the word '{name}', which is not defined.");
            var marks = part[..^name.Length];
            if (marks.Contains('!', StringComparison.Ordinal)) excluded.Add(word);
            else terms.Add(new(word, marks.Contains('=', StringComparison.Ordinal) || marks.Contains('^', StringComparison.Ordinal),
                marks.Contains('=', StringComparison.Ordinal) || marks.Contains('$', StringComparison.Ordinal), marks.Contains('>', StringComparison.Ordinal)));
        }
        if (terms.Count == 0) throw new FormatException($"Rule '{line}' of '{label}' requires no word.");
        if (terms.Count > MaxWords) throw new FormatException($"Rule '{line}' of '{label}' requires more than {MaxWords} words.");
        return new(label, weight, [.. terms], [.. excluded]);
    }

    /// <summary>Whether the rule holds among these hits (in order of position), where the utterance proper spans <paramref name="start"/> to <paramref name="end"/>.</summary>
    public RuleMatch? Match(ReadOnlySpan<Hit> hits, int start, int end)
    {
        foreach (var word in forbidden)
            foreach (var hit in hits)
                if (hit.Word == word) return null;
        Span<int> used = stackalloc int[MaxWords];
        var after = 0;
        for (var i = 0; i < required.Length; i++)
        {
            var at = Find(hits, required[i], start, end, required[i].InOrder ? after : 0);
            if (at < 0) return null;
            used[i] = at;
            // English words share the space between them.
            after = hits[at].End;
        }
        var found = new Hit[required.Length];
        var typos = 0;
        for (var i = 0; i < required.Length; i++)
        {
            found[i] = hits[used[i]];
            if (found[i].IsTypo) typos++;
        }
        return new(Label, Weight * (1 - 0.05 * typos), found);
    }

    private static int Find(ReadOnlySpan<Hit> hits, Term term, int start, int end, int after)
    {
        for (var i = 0; i < hits.Length; i++)
        {
            var hit = hits[i];
            if (hit.Word == term.Word && hit.Start >= after - 1 && (!term.AtStart || hit.Start <= start) && (!term.AtEnd || hit.End >= end)) return i;
        }
        return -1;
    }

    private readonly record struct Term(int Word, bool AtStart, bool AtEnd, bool InOrder);
}
