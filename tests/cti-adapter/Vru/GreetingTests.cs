using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.CtiAdapter.Tests.Vru;

/// <summary>Nobody listens to a greeting for long.</summary>
public class GreetingTests
{
    private readonly SentenceRenderer renderer = new(SentenceBooks.Load([typeof(TelephoneAdapter).Assembly], []));

    [Theory]
    [InlineData(SpokenLanguage.Korean)]
    [InlineData(SpokenLanguage.English)]
    public void Greeting_and_first_question_take_at_most_eight_seconds(SpokenLanguage language)
    {
        var words = string.Join(' ', new[] { "welcome.greeting", "welcome.ask" }.Select(key => renderer.Render(Sentence.Of(key), language, Modality.Speech)));

        Assert.InRange(Syllables.Seconds(words, Voices.Of(language)), 2, 8);
    }

    [Theory]
    [InlineData("안녕하세요", "ko-KR", 5 / 6.0)]
    [InlineData("Hello, how can I help you?", "en-US", 7 / 4.5)]
    [InlineData("one table", "en-US", 3 / 4.5)]
    public void Speech_is_measured_in_syllables(string words, string locale, double seconds) =>
        Assert.Equal(seconds, Syllables.Seconds(words, locale), 3);
}
