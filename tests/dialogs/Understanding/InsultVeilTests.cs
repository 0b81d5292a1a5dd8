using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>Insults are veiled wherever people read a customer's words, and nothing else is.</summary>
public class InsultVeilTests
{
    private static readonly InsultVeil Veil = new PatternUnderstanding().Insults;

    [Theory]
    [InlineData("야 이 개새끼야 환불해", "야 이 ●●●야 환불해")]
    [InlineData("시 발 진짜", "●●● 진짜")]
    [InlineData("씨발 병신", "●●●")]
    [InlineData("You fucking idiots, refund me!", "You ●●●, refund me!")]
    [InlineData("어제 왔는데\n씨발  뭐예요\n주문 1", "어제 왔는데\n●●● 뭐예요\n주문 1")]
    [InlineData("ㅅㅂ", "●●●")]
    public void An_insult_is_veiled(string said, string read) => Assert.Equal(read, Veil.Of(said));

    [Theory]
    [InlineData("물건이 깨져서 왔어요. 너무 화가 나요")]
    [InlineData("오늘 다시 발송해 주세요")]
    [InlineData("화면이 꺼져요")]
    [InlineData("새끼손가락만 한 부품이 없어요")]
    [InlineData("This is unacceptable, I want my money back")]
    [InlineData("")]
    public void Other_words_stay_as_they_were_written(string said) => Assert.Same(said, Veil.Of(said));

    [Fact]
    public void However_long_it_is_nothing_is_lost_of_it()
    {
        var padding = string.Concat(Enumerable.Repeat("가나다 ", 3_000));
        var veiled = Veil.Of(padding + "씨발 " + padding);
        Assert.DoesNotContain("씨발", veiled, StringComparison.Ordinal);
        Assert.Equal(6_000, veiled.Split("가나다").Length - 1);
    }
}
