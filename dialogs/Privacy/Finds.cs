namespace ServiceBot.Dialogs.Privacy;

/// <summary>What was found in a text. Finds that overlap become one, under the name of the longest: nothing of a number is left over at the seam.</summary>
internal sealed class Finds(CanonicalText text)
{
    private readonly List<(int First, int Last, Find Find)> all = [];

    /// <summary>Adds the signs from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public void Add(PersonalKind kind, int first, int last)
    {
        var (start, end) = text.Stretch(first, last);
        all.Add((first, last, new(kind, start, end, kind.Mask())));
    }

    /// <summary>Adds the digits from <paramref name="start"/> up to, not including, <paramref name="end"/>; a '+' or '(' before them is theirs.</summary>
    public void Add(PersonalKind kind, Digits digits, int start, int end)
    {
        var first = digits.At(start);
        if (kind is PersonalKind.Phone or PersonalKind.Landline && first > 0 && text[first - 1] is '+' or '(') first--;
        Add(kind, first, digits.At(end - 1));
    }

    /// <summary>Where cards were found: their first sign and the one after their last.</summary>
    public IEnumerable<(int Start, int End)> Cards => all.Where(found => found.Find.Kind == PersonalKind.Card).Select(found => (found.First, found.Last + 1));

    /// <summary>For each sign whether something was found there.</summary>
    public bool[] Taken()
    {
        var taken = new bool[text.Length];
        foreach (var (first, last, _) in all) Array.Fill(taken, true, first, last - first + 1);
        return taken;
    }

    /// <summary>The finds in order, none touching another.</summary>
    public IReadOnlyList<Find> Merged() => Find.Merge(all.Select(found => found.Find));
}

/// <summary>One find.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The one after its last.</param>
/// <param name="Mask">What stands there instead.</param>
internal sealed record Find(PersonalKind Kind, int Start, int End, string Mask)
{
    private int Length => End - Start;

    /// <summary>Makes one of those that overlap.</summary>
    public static IReadOnlyList<Find> Merge(IEnumerable<Find> finds)
    {
        var merged = new List<Find>();
        var longest = 0;
        foreach (var find in finds.OrderBy(find => find.Start).ThenByDescending(find => find.Length).ThenBy(find => find.Kind))
        {
            if (merged.Count == 0 || find.Start >= merged[^1].End)
            {
                merged.Add(find);
                longest = find.Length;
                continue;
            }
            var named = find.Length > longest ? find : merged[^1];
            longest = Math.Max(longest, find.Length);
            merged[^1] = named with { Start = merged[^1].Start, End = Math.Max(merged[^1].End, find.End) };
        }
        return merged;
    }

    /// <summary>The text with every find masked.</summary>
    public static string Apply(string text, IReadOnlyList<Find> finds)
    {
        if (finds.Count == 0) return text;
        var masked = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var find in finds)
        {
            masked.Append(text, at, find.Start - at).Append(find.Mask);
            at = find.End;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }
}
