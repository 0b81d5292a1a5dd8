using System.Runtime.InteropServices;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>How the customer feels; the worst that was said decides, and crying letters count as distress.</summary>
internal sealed class MoodRecognition(PhraseBook book)
{
    private readonly PhraseRules rules = book.Section("moods");

    public Mood Recognize(HeardWords heard, string text)
    {
        var mood = Mood.Calm;
        foreach (var match in rules.Match(CollectionsMarshal.AsSpan(heard.Hits), heard.Start, heard.End))
        {
            var found = Enum.Parse<Mood>(match.Label);
            if (found > mood) mood = found;
        }
        if (mood == Mood.Calm && (text.Contains("ㅠㅠㅠ", StringComparison.Ordinal) || text.Contains("ㅜㅜㅜ", StringComparison.Ordinal) || text.Contains("😭", StringComparison.Ordinal))) mood = Mood.Distressed;
        if (mood < Mood.Angry && text.Contains("!!!", StringComparison.Ordinal) && mood != Mood.Glad) mood = Mood.Angry;
        return mood;
    }
}
