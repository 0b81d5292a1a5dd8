using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.CtiAdapter.Vru;

/// <summary>Speaks: every verb names its language and its voice, since the platform's own are English.</summary>
internal sealed class Voices(IOptions<TwilioOptions> options, SentenceRenderer renderer)
{
    public const string Korean = "ko-KR";
    public const string English = "en-US";

    /// <summary>The tag of a language.</summary>
    public static string Of(SpokenLanguage language) => language == SpokenLanguage.Korean ? Korean : English;

    /// <summary>Speaks words, cut where they are longer than one verb speaks.</summary>
    public IEnumerable<Say> Say(string words, string locale)
    {
        for (var rest = words.Trim(); rest.Length > 0;)
        {
            var end = rest.Length <= Twiml.Say.LongestText ? rest.Length : LastBreak(rest);
            yield return new Say(rest[..end]) { Language = locale, Voice = locale == Korean ? options.Value.KoreanVoice : options.Value.EnglishVoice };
            rest = rest[end..].TrimStart();
        }
    }

    /// <summary>Speaks a sentence of the room's own book.</summary>
    public IEnumerable<Say> Say(Sentence sentence, string locale) => Say(Words(sentence, locale), locale);

    /// <summary>The words of a sentence for the ear.</summary>
    public string Words(Sentence sentence, string locale) =>
        renderer.Render(sentence, locale == Korean ? SpokenLanguage.Korean : SpokenLanguage.English, Modality.Speech);

    /// <summary>The words of a sentence for the eye, as in a text message.</summary>
    public string Text(Sentence sentence, string locale) =>
        renderer.Render(sentence, locale == Korean ? SpokenLanguage.Korean : SpokenLanguage.English, Modality.Text);

    private static int LastBreak(string words) => words.LastIndexOf(' ', Twiml.Say.LongestText - 1) is > 0 and var at ? at : Twiml.Say.LongestText;
}
