using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using ServiceBot.Dialogs.Understanding.Asks;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>Whether an agent's words ask for a fact, on sentences of our own (<c>asks.*.txt</c>). All were seen while the words were chosen; the last of each file were tried before, and of these two thirds were found and none wrongly.</summary>
public class AskedFactsTests
{
    private static readonly PatternUnderstanding Heard = new();
    private static readonly AskedFacts Asked = new();

    [Theory]
    [InlineData("ko", SpokenLanguage.Korean)]
    [InlineData("en", SpokenLanguage.English)]
    public void Nine_of_ten_asked_facts_are_found_and_nine_of_ten_that_are_found_were_asked(string file, SpokenLanguage language)
    {
        var vectors = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", $"asks.{file}.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToArray();
        Assert.True(vectors.Length >= 60, $"{vectors.Length} sentences");
        var (right, missed, wrong) = (0, new List<string>(), new List<string>());
        foreach (var (fact, sentence) in vectors.Select(vector => (vector[0], vector[1])))
        {
            var found = In(sentence, language);
            if (found.Contains(fact)) right++;
            else if (fact != "-") missed.Add(sentence);
            wrong.AddRange(found.Where(kind => kind != fact).Select(kind => $"{kind}: {sentence}"));
        }
        var (precision, recall) = ((double)right / (right + wrong.Count), (double)right / (right + missed.Count));
        TestContext.Current.TestOutputHelper?.WriteLine($"{file}: precision {precision:0.000}, recall {recall:0.000} of {vectors.Length}");
        Assert.True(precision >= 0.9 && recall >= 0.9, $"precision {precision:0.000}, recall {recall:0.000}{Environment.NewLine}missed:{Environment.NewLine}{string.Join(Environment.NewLine, missed)}{Environment.NewLine}wrong:{Environment.NewLine}{string.Join(Environment.NewLine, wrong)}");
    }

    [Fact]
    public void Two_facts_of_one_message_are_both_found() =>
        Assert.Equal(["order", "phone"], In("주문번호를 알려 주세요. 연락처도 남겨 주시겠어요?", SpokenLanguage.Korean));

    [Fact]
    public void Nothing_is_asked_where_nothing_is_said() => Assert.Empty(In("", SpokenLanguage.Korean));

    private static IReadOnlyList<string> In(string words, SpokenLanguage language) =>
        Asked.In(Heard.Recognize(words, new Listening(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), language, Expectation.Nothing)));
}
