using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>What a complaint is about, what is wished for, and what makes it graver.</summary>
public class ComplaintTests
{
    [Theory]
    [InlineData("택배 기사님이 물건을 던지고 갔어요", "delivery")]
    [InlineData("배송이 너무 늦어요", "delivery")]
    [InlineData("상담원이 불친절해요", "service")]
    [InlineData("환불이 아직도 안 됐어요", "refund")]
    [InlineData("이중결제가 됐어요", "price")]
    [InlineData("제 개인정보가 유출된 것 같아요", "privacy")]
    [InlineData("주전자가 깨져서 왔어요", "product")]
    public void A_complaint_is_about_something(string utterance, string category) =>
        Assert.Equal(category, Assert.Single(Ear.Korean(utterance).Of(EntityType.ComplaintCategory)).Value);

    [Theory]
    [InlineData("your driver threw my parcel over the fence", "delivery")]
    [InlineData("the agent was rude to me", "service")]
    [InlineData("you charged me twice", "price")]
    [InlineData("my personal data was leaked", "privacy")]
    public void So_is_one_in_English(string utterance, string category) =>
        Assert.Equal(category, Assert.Single(Ear.English(utterance).Of(EntityType.ComplaintCategory)).Value);

    [Theory]
    [InlineData("사과받고 싶어요", "apology")]
    [InlineData("돈 돌려주세요", "refund")]
    [InlineData("새 걸로 다시 보내 주세요", "exchange")]
    [InlineData("왜 그런지 알고 싶어요", "explanation")]
    public void A_wish_is_heard(string utterance, string wish) =>
        Assert.Equal(wish, Assert.Single(Ear.Korean(utterance).Of(EntityType.ComplaintWish)).Value);

    [Theory]
    [InlineData("소비자원에 신고할 거예요", "law")]
    [InlineData("손을 다쳤어요", "injury")]
    [InlineData("지난번에도 이랬어요", "repeated")]
    public void What_makes_it_graver_is_heard(string utterance, string what) =>
        Assert.Equal(what, Assert.Single(Ear.Korean(utterance).Of(EntityType.Aggravation)).Value);

    [Fact]
    public void A_choice_by_its_place_is_no_repetition() => Assert.Empty(Ear.Korean("두 번째 거요").Of(EntityType.Aggravation));

    [Theory]
    [InlineData("C-10023", Intents.ComplaintStatus)]
    [InlineData("R-20417 어떻게 됐어요?", Intents.ReturnStatus)]
    public void A_receipt_number_asks_how_its_matter_stands(string utterance, string intent) => Assert.Equal(intent, Ear.Korean(utterance).Intents[0].Intent);
}
