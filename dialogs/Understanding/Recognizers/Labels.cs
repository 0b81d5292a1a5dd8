using System.Runtime.InteropServices;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Values that words stand for: why something is returned, how it is paid.</summary>
internal sealed class Labels(PhraseBook book)
{
    private readonly PhraseRules reasons = book.Section("reasons");
    private readonly PhraseRules payments = book.Section("payments");

    public void Find(EntityScan scan, HeardWords heard)
    {
        Best(reasons, EntityType.Reason, scan, heard);
        Best(payments, EntityType.PaymentKind, scan, heard);
    }

    // The heavier, then the longer word is the more telling: one value an utterance.
    private static void Best(PhraseRules rules, EntityType type, EntityScan scan, HeardWords heard)
    {
        var best = rules.Match(CollectionsMarshal.AsSpan(heard.Hits), heard.Start, heard.End)
            .OrderByDescending(match => match.Weight).ThenByDescending(match => match.End - match.Start).FirstOrDefault();
        if (best is null) return;
        var (start, end) = (best.Start, best.End);
        while (heard.Haystack.Text[start] == ' ') start++;
        while (heard.Haystack.Text[end - 1] == ' ') end--;
        scan.Note(type, heard.Haystack.Origin(start), heard.Haystack.Origin(end - 1) + 1, best.Label);
    }
}
