using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>What the customer does to the conversation itself.</summary>
internal sealed class ActRecognition(PhraseBook book)
{
    private readonly PhraseRules rules = book.Section("acts");

    public ImmutableArray<DialogAct> Recognize(HeardWords heard)
    {
        var acts = rules.Match(CollectionsMarshal.AsSpan(heard.Hits), heard.Start, heard.End)
            .Select(match => Enum.Parse<DialogAct>(match.Label)).Distinct().Order().ToList();
        // "Forget it, I'm done" ends; a question whether a person is there is not yet a wish for one.
        if (acts.Contains(DialogAct.AreYouHuman) && !heard.Has("want")) acts.Remove(DialogAct.Person);
        if (acts.Contains(DialogAct.Why)) acts.Remove(DialogAct.Refuse);
        return [.. acts];
    }
}
