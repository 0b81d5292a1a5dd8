namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>A word of the phrase book, found in the haystack from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct Hit(int Word, int Start, int End, bool IsTypo)
{
    public bool Overlaps(Hit other) => Start < other.End && other.Start < End;
}

/// <summary>What a rule found: its label, how sure it is, and the hits that it rests on.</summary>
internal sealed record RuleMatch(string Label, double Weight, IReadOnlyList<Hit> Hits)
{
    public int Start => Hits.Min(hit => hit.Start);

    public int End => Hits.Max(hit => hit.End);
}
