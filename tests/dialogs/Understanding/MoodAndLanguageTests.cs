using System.Diagnostics;
using System.Text;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class MoodAndLanguageTests
{
    public static TheoryData<string, string> Moods => Ear.Table("""
        씨발 뭐하는 거야 | Abusive
        ㅅㅂ 진짜 | Abusive
        시1발 | Abusive
        씨 발 장난하나 | Abusive
        병신같은 봇 | Abusive
        you idiots | Abusive
        this is bullshit | Abusive
        fuck you | Abusive
        진짜 화나네요 | Angry
        도대체 몇 번을 말해요 | Angry
        소비자원에 신고할 거예요 | Angry
        고소할 겁니다 | Angry
        이게 말이 됩니까 | Angry
        너무 답답하네요 | Angry
        this is ridiculous | Angry
        I'm so angry | Angry
        I will sue you | Angry
        I'm sick of this | Angry
        너무 속상해요 | Distressed
        급해요 제발 도와주세요 | Distressed
        어떡해요 ㅠㅠㅠ | Distressed
        I'm really upset | Distressed
        it's urgent, please help | Distressed
        감사합니다 | Glad
        정말 친절하시네요 | Glad
        thank you so much | Glad
        you've been very helpful | Glad
        반품할게요 | Calm
        where is my order | Calm
        시발점이 어디예요 | Calm
        """);

    [Theory, MemberData(nameof(Moods))]
    public void Mood_is_heard(string utterance, string mood) => Assert.Equal(mood, Ear.Korean(utterance).Mood.ToString());

    [Theory]
    [InlineData("반품하고 싶어요", SpokenLanguage.English, SpokenLanguage.Korean)]
    [InlineData("I want to return it", SpokenLanguage.Korean, SpokenLanguage.English)]
    [InlineData("return 하고 싶어요", SpokenLanguage.English, SpokenLanguage.Korean)]
    [InlineData("My name is 김하늘 and I want a refund", SpokenLanguage.Korean, SpokenLanguage.English)]
    [InlineData("Electric Kettle 반품이요", SpokenLanguage.English, SpokenLanguage.Korean)]
    [InlineData("ㅇㅇ", SpokenLanguage.English, SpokenLanguage.Korean)]
    [InlineData("12345", SpokenLanguage.Korean, SpokenLanguage.Korean)]
    [InlineData("12345", SpokenLanguage.English, SpokenLanguage.English)]
    [InlineData("#W6067464", SpokenLanguage.Korean, SpokenLanguage.Korean)]
    [InlineData("omar@example.com", SpokenLanguage.Korean, SpokenLanguage.Korean)]
    [InlineData("👍", SpokenLanguage.Korean, SpokenLanguage.Korean)]
    [InlineData("ok", SpokenLanguage.Korean, SpokenLanguage.Korean)]
    [InlineData("Omar Anderson", SpokenLanguage.Korean, SpokenLanguage.Korean)]
    [InlineData("where is my parcel", SpokenLanguage.Korean, SpokenLanguage.English)]
    public void The_language_is_that_of_the_words_or_the_one_so_far(string utterance, SpokenLanguage soFar, SpokenLanguage language) =>
        Assert.Equal(language, Ear.Hear(utterance, soFar, Expectation.Nothing).Language);

    [Theory]
    [InlineData("환불 언제 되나요", true)]
    [InlineData("반품 되나요?", true)]
    [InlineData("얼마나 걸리는지 궁금한데요", true)]
    [InlineData("언제 와요", true)]
    [InlineData("반품할게요", false)]
    [InlineData("where is it", true)]
    [InlineData("can I return it", true)]
    [InlineData("I want to return it", false)]
    public void A_question_is_told_from_a_statement(string utterance, bool isQuestion) => Assert.Equal(isQuestion, Ear.Korean(utterance).IsQuestion);

    [Fact]
    public void Decomposed_Hangul_is_the_same_word() => Assert.Equal(Intents.Refund, Ear.Korean("\u1112\u116A\u11AB\u1107\u116E\u11AF\u1112\u1162\u110C\u116E\u1109\u1166\u110B\u116D").Intents[0].Intent);

    [Fact]
    public void Nothing_said_is_nothing_understood()
    {
        var heard = Ear.Korean("  \n ");
        Assert.Equal("", heard.Text);
        Assert.Empty(heard.Intents);
        Assert.Null(heard.Answer);
    }

    public static TheoryData<string> Hostile => new(
        new string('a', 65536), new string('네', 65536), string.Concat(Enumerable.Repeat("1 ", 32768)), string.Concat(Enumerable.Repeat("a@", 32768)), string.Concat(Enumerable.Repeat("반품 말고 ", 10000)),
        string.Concat(Enumerable.Repeat("1,", 32768)), string.Concat(Enumerable.Repeat("일이삼사", 16384)), string.Concat(Enumerable.Repeat("not a refund ", 5000)), string.Concat(Enumerable.Repeat("공일공", 20000)), string.Concat(Enumerable.Repeat("W-", 32768)),
        string.Concat(Enumerable.Repeat("one hundred and ", 4096)), string.Concat(Enumerable.Repeat("\ud83d", 65536)), string.Concat(Enumerable.Repeat("두 번째 거랑 ", 8000)), string.Concat(Enumerable.Repeat("a.b-", 16384)), string.Concat(Enumerable.Repeat("My Name Is ", 6000)));

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_costs_little(string text)
    {
        var question = new Expectation("items", ExpectedKind.Item) { Many = true, Options = Ear.Options("Electric Kettle", "Wall Clock", "무선 주전자 (블루)"), Alternatives = [ExpectedKind.Identity, ExpectedKind.Phone, ExpectedKind.Order] };
        Ear.Hear(text, SpokenLanguage.Korean, question);
        var heard = Ear.Hear(text, SpokenLanguage.Korean, question);
        // The promise is 50 ms, tenfold slack; the best of five, since a busy machine may stop a thread for longer than that.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Ear.Hear(text, SpokenLanguage.Korean, question);
            return watch.ElapsedMilliseconds;
        });
        Assert.InRange(best, 0, 500);
        Assert.InRange(heard.Text.Length, 0, 4000);
    }

    [Fact]
    public void The_same_words_are_understood_the_same()
    {
        var random = new StringBuilder();
        foreach (var row in KoreanWishes.Rows.Split('\n').Take(40)) random.Append(row.Split('|')[0]).Append(' ');
        Assert.Equal(Ear.Wishes(Ear.Korean(random.ToString())), Ear.Wishes(Ear.Korean(random.ToString())));
    }
}
