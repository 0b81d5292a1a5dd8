using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class IntentTests
{
    public static TheoryData<string, string> KoreanRows => Ear.Table("""
        반품하고 싶어요 | return
        환뷸해주세요 | refund
        반풍 신청이요 | return
        환불 얼마나 걸려요? | refund.time
        환불 언제 되나요 | refund.status
        반품 어떻게 됐나요? | return.status
        반품 취소할래요 | return.undo
        배송 어디쯤이에요 | order.status
        택배 언제 와요? | order.status
        주전자가 깨져서 왔어요 | return
        민원 넣을게요 | complaint
        접수한 불만 어떻게 됐나요 | complaint.status
        상담원 바꿔 주세요 | person
        반품 기간이 며칠이에요? | return.policy
        반품 말고 교환이요 | exchange
        반품하려는 게 아니라 교환하려고요 | exchange
        주전자 때문에 연락했어요 | ? complaint order.status return
        오늘 날씨 어때요? | out_of_scope
        주문 취소해 주세요 | cancel
        반품하고 그리고 다른 주문은 주소 바꿔주세요 | return + order.change
        ㅁㄴㅇㄹ | -
        """);

    public static TheoryData<string, string> EnglishRows => Ear.Table("""
        I want to return my kettle | return
        how long does a refund take | refund.time
        where is my refund | refund.status
        how does my return stand | return.status
        where is my parcel | order.status
        I want to complain | complaint
        talk to an agent | person
        how many days to return | return.policy
        not a refund, an exchange | exchange
        I have a problem with my order | ? complaint order.status return
        what's the weather today | out_of_scope
        cancel my order #W6067464 | cancel
        the kettle arrived broken | return
        I'd like to return the kettle and cancel order W1234567 | return + cancel
        asdlkfj | -
        """);

    [Theory, MemberData(nameof(KoreanRows))]
    public void A_Korean_wish_is_understood(string utterance, string wish) => Assert.Equal(wish, Ear.Wishes(Ear.Korean(utterance)));

    [Theory, MemberData(nameof(EnglishRows))]
    public void An_English_wish_is_understood(string utterance, string wish) => Assert.Equal(wish, Ear.Wishes(Ear.English(utterance)));

    [Fact]
    public void Damage_on_arrival_may_also_be_a_complaint()
    {
        var heard = Ear.Korean("주전자가 깨져서 왔어요");
        Assert.Equal([Intents.Return, Intents.Complaint], heard.Intents.Take(2).Select(candidate => candidate.Intent));
        Assert.Equal(ReturnReasons.Damaged, Assert.Single(heard.Of(EntityType.Reason)).Value);
    }
}
