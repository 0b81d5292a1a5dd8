using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>One search for the options that some words mean.</summary>
internal sealed partial class OptionSearch(IReadOnlyList<Option> options, bool many, bool wereShown = true)
{
    private readonly string[] titles = [.. options.Select(option => OptionName.Of(option.Title).Plain)];
    private readonly Lazy<HashSet<string>[]> optionWords = new(() => [.. options.Select(OptionWords.Of)], isThreadSafe: false);
    private readonly SortedSet<int> chosen = [];
    private readonly SortedSet<int> open = [];

    public OptionMatch Find(string text)
    {
        if (text.Length > NormalizedText.MaxLength) text = text[..NormalizedText.MaxLength];
        if (Exactly(text) is { } exact) return exact;
        if (Exception(text) is { } rest) return rest;
        var plainText = AfterNegation(text);
        var remainder = TakeWholeNames(plainText);
        if (!many && chosen.Count > 0) return chosen.Count == 1 ? Result() : new([], [.. chosen]);
        foreach (var entry in many ? Entries().Split(remainder) : [remainder]) TakeEntry(OptionWords.Plain(entry));
        if (chosen.Count == 0 && open.Count == 0 && All().IsMatch(OptionWords.Plain(text))) return Everything(text);
        if (!many && chosen.Count > 1) return new([], [.. chosen]);
        return Result();
    }

    private OptionMatch Result() => new([.. chosen], [.. open.Except(chosen)]);

    private OptionMatch? Exactly(string text)
    {
        var said = text.Trim();
        for (var i = 0; i < options.Count; i++)
            if (string.Equals(options[i].Value, said, StringComparison.OrdinalIgnoreCase)) return new([i], []);
        var plain = OptionWords.Plain(text);
        List<int> same = [];
        for (var i = 0; i < options.Count; i++)
            if (titles[i].Length > 0 && titles[i] == plain || options[i].Title.AsSpan().Trim().Equals(said, StringComparison.OrdinalIgnoreCase)) same.Add(i);
        return same.Count switch { 0 => null, 1 => new([.. same], []), _ => new([], [.. same]) };
    }

    // "의자 빼고 다", "everything except the chair": all but what is named.
    private OptionMatch? Exception(string text)
    {
        if (!many) return null;
        var plain = OptionWords.Plain(text);
        var match = Except().Match(plain);
        if (!match.Success) return null;
        var named = match.Groups["ko"].Success ? plain[..match.Index] : plain[(match.Index + match.Length)..];
        if (match.Groups["en"].Success && !All().IsMatch(plain[..match.Index]) && match.Groups["weak"].Success) return null;
        var left = new OptionSearch(options, many: true).Find(named);
        if (left.Chosen.IsEmpty || left.IsAmbiguous) return null;
        return new([.. Enumerable.Range(0, options.Count).Except(left.Chosen)], []);
    }

    // What stands before 말고 or after "not" is not meant.
    private string AfterNegation(string text)
    {
        var korean = KoreanNot().Match(text);
        if (korean.Success && korean.Index + korean.Length < text.Length - 1) text = text[(korean.Index + korean.Length)..];
        return EnglishNot().Replace(text, match => Array.Exists(titles, title => title.Contains(OptionWords.Plain(match.Groups["what"].Value), StringComparison.Ordinal)) ? match.Value : "");
    }

    private string TakeWholeNames(string text)
    {
        var remainder = text;
        foreach (var i in Enumerable.Range(0, options.Count).Where(i => IsTelling(options[i].Value)).OrderByDescending(i => options[i].Value.Length))
        {
            var name = options[i].Value.TrimStart('#');
            var at = IndexOfName(remainder, name);
            if (at < 0) continue;
            chosen.Add(i);
            remainder = remainder.Remove(at, name.Length).Insert(at, ";");
        }
        foreach (var group in Enumerable.Range(0, options.Count).Where(i => options[i].Title.Trim().Length >= 3).GroupBy(i => options[i].Title.Trim(), StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Key.Length))
        {
            var at = IndexOfName(remainder, group.Key);
            if (at < 0) continue;
            var lines = group.ToArray();
            // A line that carries the whole title of another says more than that title.
            if (lines.Length == 1) chosen.Add(lines[0]);
            else if (!lines.Any(chosen.Contains)) Open(lines, remainder);
            remainder = remainder.Remove(at, group.Key.Length).Insert(at, ";");
        }
        return remainder;
    }

    private static bool IsTelling(string value) => value.Length >= 5 && value.Any(char.IsDigit);

    private static int IndexOfName(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return -1;
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && !Jamo.IsSyllable(name[0])) return -1;
        var end = at + name.Length;
        return end < text.Length && char.IsAsciiLetterOrDigit(text[end]) ? -1 : at;
    }

    private void TakeEntry(string entry)
    {
        if (entry.Length == 0) return;
        for (var i = 0; i < options.Count; i++)
        {
            if (titles[i] != entry && !string.Equals(options[i].Value, entry, StringComparison.OrdinalIgnoreCase)) continue;
            var same = Enumerable.Range(0, options.Count).Where(j => titles[j] == entry).ToArray();
            if (same.Length > 1) Open(same, entry);
            else chosen.Add(i);
            return;
        }
        var best = BestByWords(entry);
        var positions = wereShown ? OptionPositions.Find(entry, options.Count) : [];
        if (positions.Count > 0 && (best.Length != 1 || IsPointing(entry))) chosen.UnionWith(positions);
        else if (best.Length == 1) chosen.Add(best[0]);
        else if (best.Length > 1) Open(best, entry);
    }

    private static bool IsPointing(string entry) => entry.Length <= 4 || Pointing().IsMatch(entry);

    private void Open(int[] same, string entry)
    {
        if (many && (All().IsMatch(OptionWords.Plain(entry)) || CountSaid(entry) == same.Length)) chosen.UnionWith(same);
        else open.UnionWith(same);
    }

    private static int CountSaid(string entry)
    {
        var match = Count().Match(entry);
        if (!match.Success) return 0;
        return match.Groups["n"].Value switch { "두" or "2" or "two" or "both" => 2, "세" or "3" or "three" => 3, "네" or "4" or "four" => 4, _ => 0 };
    }

    private int[] BestByWords(string entry)
    {
        var said = SaidWords.Of(entry);
        if (said.Words.Length == 0) return [];
        var words = optionWords.Value;
        var scores = new double[options.Count];
        var frequency = Frequency(words);
        // What is itself a word of some option is not a slip for a word of another.
        var loose = said.Without(frequency.ContainsKey);
        foreach (var (word, count) in frequency)
        {
            var likeness = said.Has(word) ? 1 : WordLikeness.Of(word, loose, wereShown);
            if (likeness == 0) continue;
            var weight = options.Count == 1 ? 1 : Math.Log(1 + (double)options.Count / count) - Math.Log(2) + 0.05;
            for (var i = 0; i < options.Count; i++)
                if (words[i].Contains(word)) scores[i] += likeness * weight;
        }
        var best = scores.Max();
        if (best <= 0) return [];
        int[] tied = [.. Enumerable.Range(0, options.Count).Where(i => scores[i] >= best - 0.01)];
        if (tied.Length == 1) return tied;
        // Who said every telling word of one option meant that one ("polarized", not "non-polarized"); else a name goes before an attribute ("laptop", not a laptop bag).
        int[] complete = [.. tied.Where(i => words[i].All(word => frequency[word] == options.Count || said.Has(word) || WordLikeness.Of(word, loose, wereShown) > 0))];
        if (complete.Length == 1) return complete;
        // Words said side by side belong together: "electric kettle", "on-ear", "not resistant".
        var pairs = tied.Select(i => SharedPairs(entry, titles[i])).ToArray();
        if (pairs.Max() is > 0 and var most) tied = [.. tied.Where((_, at) => pairs[at] == most)];
        if (tied.Length == 1) return tied;
        var phrase = string.Join(' ', said.Words);
        int[] named = [.. tied.Where(i => Name(i) is var name && (name == phrase || name.EndsWith(' ' + phrase, StringComparison.Ordinal) || phrase.Contains(name, StringComparison.Ordinal) && name.Length > 2))];
        return named.Length > 0 ? named : tied;
    }

    private static Dictionary<string, int> Frequency(HashSet<string>[] words)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var set in words)
            foreach (var word in set) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        return frequency;
    }

    private static int SharedPairs(string said, string title)
    {
        var count = 0;
        var heard = said.Split(' ');
        var padded = $" {title} ";
        for (var i = 0; i + 1 < heard.Length && i < 60; i++)
            if (padded.Contains($" {heard[i]} {heard[i + 1]} ", StringComparison.Ordinal)) count++;
        return count;
    }

    private string Name(int option)
    {
        var cut = options[option].Title.AsSpan().IndexOfAny("(,:[");
        return cut > 0 ? OptionWords.Plain(options[option].Title[..cut]) : titles[option];
    }

    private OptionMatch Everything(string text)
    {
        var all = Enumerable.Range(0, options.Count).ToImmutableArray();
        var isBoth = Both().IsMatch(text);
        return many && (!isBoth || options.Count == 2) ? new(all, []) : new([], options.Count == 1 ? [] : all) { Chosen = options.Count == 1 ? all : [] };
    }

    [GeneratedRegex(@"[,;\n\r/&+]| and | plus |그리고|(?<=[가-힣\dA-Za-z)])(?:이랑|하고|랑) |(?<=[가-힣]{2}|번|[A-Za-z)])(?:와|과) ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Entries();

    [GeneratedRegex(@"\b(all|everything|both|every one|each of them|whole order|entire order|the lot)\b|전부|모두|둘 ?다|셋 ?다|넷 ?다|몽땅|싹 ?다|(^| )다(요| |$)|전체|다 ?(반품|환불|취소|교환|골라|선택|할게|해|주)|모든", RegexOptions.ExplicitCapture)]
    private static partial Regex All();

    [GeneratedRegex(@"\b(both|둘)\b|둘 ?다", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Both();

    [GeneratedRegex(@"(?<ko> ?(만 ?빼고|는 ?빼고|은 ?빼고|빼고|빼구|제외하고|제외한|제외|말고 ?(나머지|다|전부|모두|다른)))|(?<en>\b(except for|except|excluding|apart from|other than|besides|(?<weak>but not|but))\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Except();

    [GeneratedRegex(@"말고(요|는)?|말구(요)?|(이|가|게|거) ?아니(라|고|구)(요)?", RegexOptions.ExplicitCapture)]
    private static partial Regex KoreanNot();

    [GeneratedRegex(@"\b(?<what>(not|instead of|rather than) (the |a |an |that )?[a-z0-9]+)( one)?[,;. ]*(but )?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishNot();

    [GeneratedRegex(@"번째|\d ?번|째|\b(first|second|third|fourth|fifth|last|number|option) ?(one|item|option|\d|$)|^\d+$|마지막|맨 ?(위|아래)|위에|밑에|아래", RegexOptions.ExplicitCapture)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"(?<n>두|세|네|\d) ?(개|켤레|벌|권|장|대|쌍)|\b(?<n>both|two|three|four|\d)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}
