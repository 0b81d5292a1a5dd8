using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Yes or no in all their forms; the first sentence that answers decides.</summary>
internal sealed class AnswerRecognition(PhraseBook book)
{
    private readonly PhraseRules rules = book.Section("answers");

    /// <summary>The answer and the words of the haystack that give it.</summary>
    /// <param name="heard">The utterance.</param>
    /// <param name="isOffer">Whether the question offers something, so that 괜찮아요 and "I'm fine" decline.</param>
    public (YesNo Answer, int Start, int End)? Recognize(HeardWords heard, bool isOffer)
    {
        foreach (var (start, end) in heard.Sentences())
        {
            var hits = heard.Hits.FindAll(hit => hit.Start >= start - 1 && hit.End <= end + 1);
            var (coreStart, coreEnd) = heard.Core(start, end);
            var matches = rules.Match(CollectionsMarshal.AsSpan(hits), coreStart, coreEnd);
            var decisive = matches.Where(match => match.Label != "fine").OrderByDescending(match => match.Weight >= 0.95).ThenBy(match => match.Start).ThenByDescending(match => match.End).FirstOrDefault();
            var fine = matches.Find(match => match.Label == "fine");
            if (fine is not null && (decisive is null || decisive.Label == "yes" && isOffer)) return (isOffer ? YesNo.No : YesNo.Yes, fine.Start, fine.End);
            if (decisive is not null) return (decisive.Label == "yes" ? YesNo.Yes : YesNo.No, decisive.Start, decisive.End);
        }
        return null;
    }
}
