using System.Runtime.InteropServices;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Values that words stand for: why something is returned, how it is paid, what a complaint is about and what is wished for.</summary>
internal sealed class Labels(PhraseBook book)
{
    private readonly PhraseRules reasons = book.Section("reasons");
    private readonly PhraseRules payments = book.Section("payments");
    private readonly PhraseRules categories = book.Section("complaintCategories");
    private readonly PhraseRules wishes = book.Section("complaintWishes");
    private readonly PhraseRules aggravations = book.Section("aggravations");

    public void Find(EntityScan scan, HeardWords heard)
    {
        Best(reasons, EntityType.Reason, scan, heard);
        Best(payments, EntityType.PaymentKind, scan, heard);
        Best(categories, EntityType.ComplaintCategory, scan, heard);
        Best(wishes, EntityType.ComplaintWish, scan, heard);
        foreach (var match in Matches(aggravations, heard).DistinctBy(match => match.Label)) Note(match, EntityType.Aggravation, scan, heard);
    }

    // The heavier, then the longer word is the more telling: one value an utterance.
    private static void Best(PhraseRules rules, EntityType type, EntityScan scan, HeardWords heard)
    {
        if (Matches(rules, heard).OrderByDescending(match => match.Weight).ThenByDescending(match => match.End - match.Start).FirstOrDefault() is { } best) Note(best, type, scan, heard);
    }

    private static List<RuleMatch> Matches(PhraseRules rules, HeardWords heard) => rules.Match(CollectionsMarshal.AsSpan(heard.Hits), heard.Start, heard.End);

    private static void Note(RuleMatch match, EntityType type, EntityScan scan, HeardWords heard)
    {
        var (start, end) = (match.Start, match.End);
        while (heard.Haystack.Text[start] == ' ') start++;
        while (heard.Haystack.Text[end - 1] == ' ') end--;
        scan.Note(type, heard.Haystack.Origin(start), heard.Haystack.Origin(end - 1) + 1, match.Label);
    }
}
