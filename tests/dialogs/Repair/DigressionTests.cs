using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Repair;

public class DigressionTests : Talk
{
    [Fact]
    public async Task A_question_in_the_middle_is_answered_and_the_matter_goes_on_at_the_same_state()
    {
        await UpToReason();
        var said = await Say("환불은 보통 며칠 걸려요?");
        Tells("그럼 반품을 이어서 할게요", said);
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Three_deep_each_goes_on_where_it_was()
    {
        World.Shop.Cases.Add(new Case("C-10001", "complaint", "in_progress", World.Now.AddDays(-1)) { AnswerBy = World.Now.AddDays(1) });
        await Say("배송이 약속한 날짜보다 사흘이나 늦어서 불만을 접수하려고 해요", "20261115-0000001, 010-0000-1234");
        Assert.Equal("complaint/Wish", State);
        await Say("머그컵을 반품하고 싶어요");
        Assert.Equal("return/Reason", State);
        await Say("C-10001 불만 접수한 건 어떻게 됐어요?");
        Assert.Equal("complaint-status/Status", State);
        await Say("환불은 보통 며칠 걸려요?");
        Assert.Equal("complaint-status/Status", State);
        Tells("반품은 아직 끝나지 않았어요", await Say("괜찮아요"));
        await Say("네");
        Assert.Equal("return/Reason", State);
        Tells("불만 접수는 아직 끝나지 않았어요", await Say("그만할래요"));
        await Say("네");
        Assert.Equal("complaint/Wish", State);
    }

    [Fact]
    public async Task Declining_to_go_on_ends_what_was_interrupted()
    {
        await UpToReason();
        await Say("상담원 연결해 주세요");
        var said = await Say("아니요");
        Tells("반품은 여기서 그만할게요", said);
        Assert.Empty(World.Context.Stack);
    }

    [Fact]
    public async Task Two_wishes_in_one_message_are_done_one_after_the_other()
    {
        await Say("배송이 너무 늦어서 불만을 접수하고 싶고, 그리고 주전자도 반품하고 싶어요", "20261115-0000001, 010-0000-1234");
        Assert.Equal("complaint", World.Last.Dialog);
        Assert.Equal("return", Assert.Single(World.Context.Waiting).Intent);
        var said = await Say("사과해 주세요", "네");
        Tells("C-10023", said);
        Tells("이어서 말씀하신 반품을 도와드릴게요", said);
        Assert.Equal("return", World.Last.Dialog);
    }

    [Fact]
    public async Task Between_likely_wishes_it_asks_and_the_third_time_brings_a_person()
    {
        await Say("주문에 문제가 있어요");
        Assert.Equal(("welcome", "Clarify"), (World.Last.Dialog, World.Last.State));
        Assert.InRange(World.Last.Expecting.Options.Length, 2, 3);
        await Say("문제가 있다고요", "주문에 문제가 있어요");
        Assert.Equal("person", World.Last.Dialog);
    }

    [Fact]
    public async Task A_choice_settles_the_clarification()
    {
        await Say("주문에 문제가 있어요");
        var chosen = World.Last.Expecting.Options[0];
        await Say(chosen.Title);
        Assert.Equal(ExpectedKind.Identity, World.Last.Expecting.Kind);
    }
}
