namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>All rules of one section (intents, acts, ...), found by the first word that they require.</summary>
internal sealed class PhraseRules
{
    private readonly PhraseRule[][] byWord;

    public PhraseRules(IEnumerable<PhraseRule> rules, int words)
    {
        byWord = new PhraseRule[words][];
        foreach (var group in rules.GroupBy(rule => rule.Key)) byWord[group.Key] = [.. group];
    }

    /// <summary>Every rule that holds among these hits, which must be in order of position.</summary>
    public List<RuleMatch> Match(ReadOnlySpan<Hit> hits, int start, int end)
    {
        var matches = new List<RuleMatch>();
        for (var i = 0; i < hits.Length; i++)
        {
            var word = hits[i].Word;
            if (byWord[word] is not { } rules || hits[..i].ContainsWord(word)) continue;
            foreach (var rule in rules)
                if (rule.Match(hits, start, end) is { } match) matches.Add(match);
        }
        return matches;
    }
}

file static class HitSpans
{
    public static bool ContainsWord(this ReadOnlySpan<Hit> hits, int word)
    {
        foreach (var hit in hits)
            if (hit.Word == word) return true;
        return false;
    }
}
