namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>One utterance as its phrase book heard it: the words of it, and where the utterance proper begins and ends when fillers are left out.</summary>
internal sealed class HeardWords
{
    private readonly int filler;

    public HeardWords(PhraseBook book, Haystack haystack)
    {
        Book = book;
        Haystack = haystack;
        filler = book.Word("filler");
        Hits = book.Scan(haystack);
        (Start, End) = Core(0, haystack.Text.Length);
    }

    public PhraseBook Book { get; }

    public Haystack Haystack { get; }

    /// <summary>All words said, by position.</summary>
    public List<Hit> Hits { get; }

    public int Start { get; }

    public int End { get; }

    /// <summary>Whether any word of this name was said.</summary>
    public bool Has(string word)
    {
        var id = Book.Word(word);
        return Hits.Exists(hit => hit.Word == id);
    }

    public IEnumerable<Hit> Of(string word)
    {
        var id = Book.Word(word);
        return Hits.Where(hit => hit.Word == id);
    }

    /// <summary>The sentences as ranges of the haystack.</summary>
    public IEnumerable<(int Start, int End)> Sentences() => Ranges(Haystack.Sentences);

    /// <summary>The ranges between cuts.</summary>
    public IEnumerable<(int Start, int End)> Ranges(IEnumerable<int> cuts)
    {
        var start = 0;
        foreach (var cut in cuts.Where(cut => cut > 0 && cut < Haystack.Text.Length).Distinct().Order())
        {
            if (cut > start) yield return (start, cut);
            start = cut;
        }
        if (start < Haystack.Text.Length) yield return (start, Haystack.Text.Length);
    }

    /// <summary>A range without the fillers ("um", 저기) and question marks at its ends.</summary>
    public (int Start, int End) Core(int start, int end)
    {
        var text = Haystack.Text;
        while (end > start && text[end - 1] is '?' or ' ') end--;
        while (start < end && text[start] is ' ') start++;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var hit in Hits)
            {
                if (hit.Word != filler) continue;
                var (from, to) = Trim(hit);
                if (from <= start && to > start && to < end)
                {
                    start = to;
                    while (start < end && text[start] == ' ') start++;
                    moved = true;
                }
                else if (to >= end && from < end && from > start)
                {
                    end = from;
                    while (end > start && text[end - 1] is ' ' or '?') end--;
                    moved = true;
                }
            }
        }
        return (start, end);
    }

    // English words are found with the spaces around them.
    private (int From, int To) Trim(Hit hit)
    {
        var (from, to) = (hit.Start, hit.End);
        while (from < to && Haystack.Text[from] == ' ') from++;
        while (to > from && Haystack.Text[to - 1] == ' ') to--;
        return (from, to);
    }
}
