using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The customer wants another language, or simply speaks it.</summary>
internal static class ChooseLanguage
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        if (!Follow(stack.Context, heard)) return false;
        stack.AskAgain(0);
        return true;
    }

    /// <summary>The conversation goes on in the customer's language, whoever sees to it.</summary>
    /// <returns>Whether it was asked for by name.</returns>
    public static bool Follow(ConversationContext context, Recognition heard)
    {
        var wanted = heard.Acts.Contains(DialogAct.SpeakKorean) ? SpokenLanguage.Korean : heard.Acts.Contains(DialogAct.SpeakEnglish) ? SpokenLanguage.English : (SpokenLanguage?)null;
        if (wanted is { } language)
        {
            context.Language = language;
            context.LanguageChosen = true;
            return true;
        }
        // A name, an option or a number in Latin letters is no change of language; a sentence is.
        if (!context.LanguageChosen && heard.Language != context.Language && heard.Chosen.IsEmpty && IsASentence(heard)) context.Language = heard.Language;
        return false;
    }

    private static bool IsASentence(Recognition heard)
    {
        if (!heard.Intents.IsEmpty || !heard.Acts.IsEmpty || heard.Answer is not null) return true;
        if (heard.Of(EntityType.PersonName).Any()) return false;
        return heard.Language == SpokenLanguage.Korean || heard.Text.Count(letter => letter == ' ') >= 3;
    }
}
