using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class AnswerTests
{
    private static readonly Expectation Condition = new("confirm", ExpectedKind.YesNo);
    private static readonly Expectation Offer = new("more", ExpectedKind.YesNo) { IsOffer = true };

    public static TheoryData<string, string> KoreanRows => Ear.Table("""
        네 | Yes
        넵 | Yes
        넹 | Yes
        예 | Yes
        응 | Yes
        ㅇㅇ | Yes
        ㅇㅋ | Yes
        오케이 | Yes
        ok | Yes
        그래요 | Yes
        그래 | Yes
        맞아요 | Yes
        네 맞아요 | Yes
        네 맞습니다! | Yes
        좋아요 | Yes
        네네 | Yes
        네~ | Yes
        네!! | Yes
        넵 감사합니다 | Yes
        진행해 주세요 | Yes
        네 진행해주세요 | Yes
        그렇게 해주세요 | Yes
        그렇게 해 주세요 | Yes
        이대로 진행할게요 | Yes
        그대로 해주세요 | Yes
        부탁드려요 | Yes
        네 부탁드립니다 | Yes
        해주세요 | Yes
        접수해주세요 | Yes
        할게요 | Yes
        당연하죠 | Yes
        물론이죠 | Yes
        확인했어요 | Yes
        동의합니다 | Yes
        동의해요 | Yes
        ㄱㄱ | Yes
        콜 | Yes
        yes | Yes
        👍 | Yes
        👌👌 | Yes
        네 좋아요 그렇게 해주세요 | Yes
        네 신청할게요 | Yes
        괜찮아요 | Yes
        네 괜찮아요 | Yes
        상관없어요 | Yes
        맞는 것 같아요 네 | Yes
        아니요 | No
        아뇨 | No
        아니오 | No
        아니 | No
        아니야 | No
        ㄴㄴ | No
        노 | No
        no | No
        싫어요 | No
        싫은데요 | No
        안 돼요 | No
        안 할래요 | No
        하지 마세요 | No
        아니요 괜찮아요 | No
        아뇨 됐어요 | No
        됐어요 | No
        됐습니다 | No
        필요 없어요 | No
        아직이요 | No
        원하지 않아요 | No
        동의하지 않아요 | No
        괜찮지 않아요 | No
        틀렸어요 | No
        아닌 것 같아요 | No
        👎 | No
        나중에요 | No
        사양할게요 | No
        네? | -
        네 개요 | -
        네 시요 | -
        네 번째 거요 | -
        네 근데 주소가 틀렸어요 | -
        맞는데 주소가 틀려요 | -
        네 그런데 이름이 잘못됐어요 | -
        모르겠어요 | -
        주전자요 | -
        배송 언제 와요 | -
        내일이요 | -
        상담원 연결해주세요 | -
        """);

    public static TheoryData<string, string> EnglishRows => Ear.Table("""
        yes | Yes
        Yes. | Yes
        yep | Yes
        yeah | Yes
        yup | Yes
        y | Yes
        sure | Yes
        sure thing | Yes
        ok | Yes
        okay | Yes
        k | Yes
        go ahead | Yes
        yes, go ahead please | Yes
        please do | Yes
        correct | Yes
        that's correct | Yes
        that's right | Yes
        yes that is correct | Yes
        sounds good | Yes
        looks good | Yes
        absolutely | Yes
        of course | Yes
        definitely | Yes
        confirm | Yes
        I confirm | Yes
        please proceed | Yes
        yes please | Yes
        do it | Yes
        that works | Yes
        alright | Yes
        perfect | Yes
        I agree | Yes
        Yeah, let's do that instead. | Yes
        yes I'd like to proceed with the return | Yes
        that's fine | Yes
        it's fine | Yes
        no problem | Yes
        👍 | Yes
        no | No
        nope | No
        nah | No
        no thanks | No
        no thank you | No
        no way | No
        not really | No
        don't | No
        please don't | No
        I don't think so | No
        not yet | No
        not now | No
        that's not right | No
        that's not correct | No
        incorrect | No
        disagree, it is not ok | No
        I disagree | No
        absolutely not | No
        don't do it | No
        never | No
        I'd rather not | No
        n | No
        no. I said the fourth of July | No
        what? | -
        yes but the address is wrong | -
        I don't know | -
        the wall clock | -
        where is my parcel | -
        my email is omar@example.com | -
        tomorrow | -
        I have a question | -
        talk to an agent | -
        wait | -
        """);

    private static string Said(Recognition heard) => heard.Answer?.ToString() ?? "-";

    [Theory, MemberData(nameof(KoreanRows))]
    public void A_Korean_answer_to_a_condition(string utterance, string answer) => Assert.Equal(answer, Said(Ear.Hear(utterance, SpokenLanguage.Korean, Condition)));

    [Theory, MemberData(nameof(EnglishRows))]
    public void An_English_answer_to_a_condition(string utterance, string answer) => Assert.Equal(answer, Said(Ear.Hear(utterance, SpokenLanguage.English, Condition)));

    [Theory]
    [InlineData("괜찮아요")]
    [InlineData("됐어요")]
    [InlineData("아니요 괜찮습니다")]
    [InlineData("없어요")]
    public void An_offer_is_declined_in_Korean(string utterance) => Assert.Equal(YesNo.No, Ear.Hear(utterance, SpokenLanguage.Korean, Offer).Answer);

    [Theory]
    [InlineData("I'm fine")]
    [InlineData("I'm good")]
    [InlineData("no, that's all")]
    [InlineData("it's fine")]
    public void An_offer_is_declined_in_English(string utterance) => Assert.Equal(YesNo.No, Ear.Hear(utterance, SpokenLanguage.English, Offer).Answer);

    [Fact]
    public void An_option_of_the_value_yes_answers_by_its_title()
    {
        var question = Condition with { Options = [new("yes", "이대로 접수"), new("no", "바꿀 게 있어요")] };
        Assert.Equal(YesNo.Yes, Ear.Hear("이대로 접수", SpokenLanguage.Korean, question).Answer);
        Assert.Equal(YesNo.No, Ear.Hear("바꿀 게 있어요", SpokenLanguage.Korean, question).Answer);
        Assert.Equal(YesNo.Yes, Ear.Hear("yes", SpokenLanguage.Korean, question).Answer);
    }
}
