using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>What the customer wants, from the phrase rules: clause by clause, without what was negated, the more specific rule before the general one.</summary>
internal sealed class IntentRecognition(PhraseBook book)
{
    // A runner-up that rests on the same words as the best one.
    private const double Overshadowed = 0.55;
    private const double Explicit = 0.8;
    private const double Negligible = 0.2;

    // A wish that is part of another: who returns, wants the money back.
    private static readonly Dictionary<string, string[]> Absorbs = new(StringComparer.Ordinal)
    {
        [Intents.Return] = [Intents.Refund],
        [Intents.Cancel] = [Intents.Refund, Intents.RefundStatus],
        [Intents.Exchange] = [Intents.Return],
        [Intents.ReturnUndo] = [Intents.Cancel, Intents.Return],
        [Intents.ComplaintStatus] = [Intents.Complaint],
        [Intents.ReturnPolicy] = [Intents.Return, Intents.Refund, Intents.Exchange],
        [Intents.RefundStatus] = [Intents.Refund, Intents.ReturnStatus],
        [Intents.ReturnStatus] = [Intents.OrderStatus],
        [Intents.OrderChange] = [Intents.Exchange],
        [Intents.RefundTime] = [Intents.Refund],
    };

    // Within one clause: what is asked about something is not also the wish for it.
    private static readonly Dictionary<string, string[]> Overshadows = new(StringComparer.Ordinal)
    {
        [Intents.ReturnStatus] = [Intents.Return],
        [Intents.RefundStatus] = [Intents.Return],
        [Intents.RefundTime] = [Intents.Return, Intents.Cancel],
        [Intents.ReturnPolicy] = [Intents.OrderStatus],
    };

    private readonly PhraseRules rules = book.Section("intents");
    private readonly int splitter = book.Word("splitter");
    private readonly int or = book.Word("or");
    private readonly int before = book.Word("negator-before");
    private readonly int after = book.Word("negator-after");
    private readonly int[] topics = [.. new[] { "return", "refund", "exchange", "cancel", "complaint", "person" }.Select(book.Word)];

    public ImmutableArray<IntentCandidate> Recognize(HeardWords heard, bool isSomethingAsked)
    {
        var hits = WithoutNegated(heard);
        var clauses = new List<Dictionary<string, RuleMatch>>();
        if (hits.Count == 0) return [];
        var hasSplitter = hits.Exists(hit => hit.Word == splitter);
        if (!hasSplitter && (heard.Haystack.Sentences.Count == 0 || heard.Haystack.Sentences[0] >= hits[^1].Start))
        {
            clauses.Add(Best(hits, heard));
        }
        else
        {
            var cuts = heard.Haystack.Sentences.Concat(hits.Where(hit => hit.Word == splitter).Select(hit => hit.Start));
            foreach (var (start, end) in heard.Ranges(cuts))
                clauses.Add(Best(hits.FindAll(hit => hit.Start >= start && hit.Start < end), heard));
        }
        if (clauses.Count > 1 && clauses.TrueForAll(clause => clause.Values.All(match => match.Weight < IntentCandidate.Accept)))
            clauses = [Merge(clauses, Best(hits, heard))];
        if (isSomethingAsked)
            foreach (var clause in clauses)
                if (clause.TryGetValue(Intents.Cancel, out var bare) && bare.Weight < IntentCandidate.Accept)
                    clause[Intents.Cancel] = bare with { Weight = Math.Min(bare.Weight, 0.4) };
        if (clauses.TrueForAll(clause => clause.Count == 0)) return [];
        return hits.Exists(hit => hit.Word == or) ? Alternatives(clauses) : Parts(clauses);
    }

    private List<Hit> WithoutNegated(HeardWords heard)
    {
        var hits = heard.Hits;
        if (!hits.Exists(hit => hit.Word == before || hit.Word == after)) return hits;
        var kept = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            var isNegated = Array.IndexOf(topics, hit.Word) >= 0 && hits.Exists(negator =>
                negator.Word == before && negator.Start >= hit.End && negator.Start - hit.End <= 9 && !IsCut(heard, hit.End, negator.Start)
                || negator.Word == after && negator.End <= hit.Start + 1 && hit.Start - negator.End <= 14 && !IsCut(heard, negator.End, hit.Start + 1));
            if (!isNegated) kept.Add(hit);
        }
        return kept;
    }

    private static bool IsCut(HeardWords heard, int from, int to) =>
        heard.Haystack.Sentences.Exists(cut => cut >= from && cut < to)
        || heard.Haystack.Pauses.Exists(cut => cut >= from && cut < to)
        || heard.Book.Language == Language.SpokenLanguage.English && heard.Of("negation-stop").Any(stop => stop.Start >= from - 1 && stop.End <= to + 1);

    private Dictionary<string, RuleMatch> Best(List<Hit> hits, HeardWords heard)
    {
        var best = new Dictionary<string, RuleMatch>(StringComparer.Ordinal);
        foreach (var match in rules.Match(CollectionsMarshal.AsSpan(hits), heard.Start, heard.End))
            if (!best.TryGetValue(match.Label, out var known) || match.Weight > known.Weight) best[match.Label] = match;
        if (best.Count < 2) return best;
        var ordered = best.Values.OrderByDescending(match => match.Weight).ThenBy(match => match.Label, StringComparer.Ordinal).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (ordered[j].Weight < IntentCandidate.Accept || ordered[j].Weight - ordered[i].Weight < 0.005) continue;
                if (!SharesWords(ordered[j], ordered[i]) && !IsAbsorbed(ordered[j].Label, ordered[i].Label) && !IsIn(Overshadows, ordered[j].Label, ordered[i].Label) && ordered[i].Weight >= Explicit) continue;
                ordered[i] = ordered[i] with { Weight = ordered[i].Weight * Overshadowed };
                best[ordered[i].Label] = ordered[i];
                break;
            }
        }
        return best;
    }

    // English words share the space between them; that is no overlap.
    private static bool SharesWords(RuleMatch left, RuleMatch right)
    {
        foreach (var one in left.Hits)
            foreach (var other in right.Hits)
                if (one.Overlaps(other) && one.End - other.Start != 1 && other.End - one.Start != 1) return true;
        return false;
    }

    private static bool IsAbsorbed(string by, string intent) => IsIn(Absorbs, by, intent);

    private static bool IsIn(Dictionary<string, string[]> table, string by, string intent) => table.TryGetValue(by, out var lesser) && Array.IndexOf(lesser, intent) >= 0;

    private static Dictionary<string, RuleMatch> Merge(List<Dictionary<string, RuleMatch>> clauses, Dictionary<string, RuleMatch> whole)
    {
        var merged = new Dictionary<string, RuleMatch>(StringComparer.Ordinal);
        foreach (var match in clauses.SelectMany(clause => clause.Values).Concat(whole.Values.Select(match => match with { Weight = match.Weight * 0.95 })))
            if (!merged.TryGetValue(match.Label, out var known) || match.Weight > known.Weight) merged[match.Label] = match;
        return merged;
    }

    /// <summary>"Exchange or refund": both are possible, none is sure.</summary>
    private static ImmutableArray<IntentCandidate> Alternatives(List<Dictionary<string, RuleMatch>> clauses)
    {
        var sure = clauses.SelectMany(clause => clause.Values).Where(match => match.Weight >= Explicit).Select(match => match.Label).Distinct(StringComparer.Ordinal).ToArray();
        if (sure.Length < 2 || sure.Any(label => sure.Any(other => IsAbsorbed(other, label) && other is not (Intents.Return or Intents.Exchange)))) return Parts(clauses);
        return [.. sure.Select((label, rank) => new IntentCandidate(label, 0.62 - 0.01 * rank))];
    }

    private static ImmutableArray<IntentCandidate> Parts(List<Dictionary<string, RuleMatch>> clauses)
    {
        var parts = new List<string>();
        var candidates = new Dictionary<string, IntentCandidate>(StringComparer.Ordinal);
        var explicitly = clauses.Select(clause => clause.Values.Where(match => match.Weight >= Explicit).OrderByDescending(match => match.Weight).ThenBy(match => match.Start).ToArray()).ToArray();
        foreach (var wishes in explicitly)
        {
            if (wishes.Length == 0) continue;
            // Two sure wishes of one clause that rest on different words are two requests only where they are not alternatives of each other.
            foreach (var wish in wishes.OrderBy(match => match.Start))
            {
                // "Return it and exchange it" is one wish, "exchange the shoes and return the bag" are two.
                if (parts.Contains(wish.Label) || parts.Exists(part => part != Intents.Exchange && IsAbsorbed(part, wish.Label))) continue;
                parts.RemoveAll(part => IsAbsorbed(wish.Label, part));
                parts.Add(wish.Label);
            }
        }
        foreach (var match in clauses.SelectMany(clause => clause.Values))
        {
            var part = Math.Max(0, parts.IndexOf(match.Label));
            var isPart = parts.Contains(match.Label);
            var confidence = parts.Count == 0 || isPart ? match.Weight : Math.Min(match.Weight, IntentCandidate.Accept) * Overshadowed;
            if (confidence < Negligible) continue;
            if (!candidates.TryGetValue(match.Label, out var known) || confidence > known.Confidence) candidates[match.Label] = new(match.Label, Math.Round(confidence, 3), part);
        }
        return [.. candidates.Values
            .OrderByDescending(candidate => parts.Contains(candidate.Intent))
            .ThenBy(candidate => parts.Contains(candidate.Intent) ? candidate.Part : 0)
            .ThenByDescending(candidate => candidate.Confidence)
            .ThenBy(candidate => candidate.Intent, StringComparer.Ordinal)];
    }
}
