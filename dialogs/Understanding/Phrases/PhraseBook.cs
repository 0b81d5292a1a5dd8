using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>The words and rules of one language, read from the phrase files and linked for one pass over an utterance.</summary>
internal sealed class PhraseBook
{
    private readonly PhraseAutomaton automaton = new();
    private readonly List<Spelling> spellings = [];
    private readonly Dictionary<string, int> words;
    private readonly Dictionary<string, PhraseRules> sections;

    private PhraseBook(PhraseSource source, SpokenLanguage language)
    {
        Language = language;
        words = source.Words.Keys.Select((name, id) => (name, id)).ToDictionary(word => word.name, word => word.id, StringComparer.Ordinal);
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var forgiven = new List<(string Text, int Word)>();
        foreach (var (name, list) in source.Words)
        {
            foreach (var written in list)
            {
                var isForgiven = written.EndsWith('~');
                var text = Canonical(written.TrimEnd('~'), out var atWordStart, out var atWordEnd);
                Add(text, new(words[name], text.Length, atWordStart, atWordEnd, IsTypo: false));
                exact.Add(text.Trim());
                if (isForgiven) forgiven.Add((text, words[name]));
            }
        }
        foreach (var (text, word) in forgiven)
        {
            foreach (var slip in Typos.Of(text.Trim(), language).Distinct(StringComparer.Ordinal))
            {
                if (exact.Contains(slip)) continue;
                var padded = language == SpokenLanguage.English ? $" {slip}" + (text.EndsWith(' ') ? " " : "") : slip;
                Add(padded, new(word, padded.Length, AtWordStart: false, AtWordEnd: false, IsTypo: true));
            }
        }
        automaton.Link();
        sections = source.Rules.ToDictionary(
            section => section.Key,
            section => new PhraseRules(section.Value.Select(rule => PhraseRule.Parse(rule.Label, rule.Line, words)), words.Count),
            StringComparer.Ordinal);
    }

    public SpokenLanguage Language { get; }

    /// <summary>Reads and links the embedded phrase files of a language.</summary>
    public static PhraseBook Load(SpokenLanguage language) => new(PhraseSource.Embedded(language), language);

    /// <summary>The rules of a section such as <c>intents</c>.</summary>
    public PhraseRules Section(string name) => sections[name];

    /// <summary>The number of a word; throws <see cref="KeyNotFoundException"/> for a word that the files do not define.</summary>
    public int Word(string name) => words[name];

    /// <summary>All words said, by position; of words inside a word of the class <c>shield</c>, only that one.</summary>
    public List<Hit> Scan(Haystack haystack)
    {
        var hits = new List<Hit>();
        automaton.Scan(haystack.Text, (Book: this, Haystack: haystack, Hits: hits), static (state, id, end) => state.Book.Found(state.Haystack, state.Hits, id, end - state.Book.spellings[id].Length, end));
        ScanAcrossAdverbs(haystack, hits);
        var shield = words["shield"];
        if (hits.Exists(hit => hit.Word == shield))
        {
            var shields = hits.Where(hit => hit.Word == shield).ToArray();
            hits.RemoveAll(hit => Array.Exists(shields, s => s.Start <= hit.Start && hit.End <= s.End && hit.End - hit.Start < s.End - s.Start));
        }
        // English words share the space between them.
        var shared = Language == SpokenLanguage.English ? 1 : 0;
        if (hits.Exists(hit => hit.IsTypo))
            hits.RemoveAll(hit => hit.IsTypo && hits.Exists(other => !other.IsTypo && other.End - other.Start > 1 && hit.Start + shared < other.End && other.Start < hit.End - shared));
        hits.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        return hits;
    }

    // "It really doesn't fit", 사진이랑 완전 달라요: what stands between the words of a phrase to strengthen it does not part them.
    private void ScanAcrossAdverbs(Haystack haystack, List<Hit> hits)
    {
        var adverb = words["adverb"];
        var shared = Language == SpokenLanguage.English ? 1 : 0;
        var gaps = hits.Where(hit => hit.Word == adverb).Select(hit => (hit.Start, End: hit.End - shared)).Order().ToArray();
        if (gaps.Length == 0) return;
        var kept = Enumerable.Range(0, haystack.Text.Length).Where(at => !Array.Exists(gaps, gap => gap.Start <= at && at < gap.End)).ToArray();
        var text = string.Concat(kept.Select(at => haystack.Text[at]));
        automaton.Scan(text, (Book: this, Haystack: haystack, Hits: hits, Kept: kept), static (state, id, end) =>
        {
            var (first, last) = (state.Kept[end - state.Book.spellings[id].Length], state.Kept[end - 1]);
            if (last + 1 - first > state.Book.spellings[id].Length) state.Book.Found(state.Haystack, state.Hits, id, first, last + 1);
        });
    }

    private void Found(Haystack haystack, List<Hit> hits, int id, int start, int end)
    {
        var spelling = spellings[id];
        if (spelling.AtWordStart && !haystack.IsWordStart(start)) return;
        if (spelling.AtWordEnd && !haystack.IsWordEnd(end)) return;
        if (hits.Count < MaxHits) hits.Add(new(spelling.Word, start, end, spelling.IsTypo));
    }

    // A longer list can only come from text made to be costly.
    private const int MaxHits = 400;

    private void Add(string text, Spelling spelling)
    {
        automaton.Add(text, spellings.Count);
        spellings.Add(spelling);
    }

    // Korean: spaces do not count, '_' asks for a word's edge. English: whole words, '*' leaves the end open.
    private string Canonical(string written, out bool atWordStart, out bool atWordEnd)
    {
        atWordStart = atWordEnd = false;
        if (Language == SpokenLanguage.Korean)
        {
            atWordStart = written.StartsWith('_');
            atWordEnd = written.EndsWith('_');
            return Haystack.Of(NormalizedText.Of(written.Trim('_')), Language).Text;
        }
        var isOpen = written.EndsWith('*');
        var text = Haystack.Of(NormalizedText.Of(written.TrimEnd('*')), Language).Text;
        return isOpen ? text.TrimEnd() : text;
    }

    private readonly record struct Spelling(int Word, int Length, bool AtWordStart, bool AtWordEnd, bool IsTypo);
}
