using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

public class CorrectionAndDelegationTests : Served
{
    [Fact]
    public async Task The_agent_corrects_a_slot_and_the_bot_goes_on_with_it()
    {
        await IsServed();
        var silent = await World.Act(new AgentCorrects(Jieun, "items", "화이트 주전자"));
        Assert.Empty(silent.Replies);
        Assert.Equal("""["L2"]""", Slot("items"));
        Assert.Equal(SlotSource.Agent, World.Context.Stack[0].Slots["items"].Source);
        var back = TextOf(await World.Act(new AgentReturns(Jieun)));
        Tells("무선 주전자(화이트)", back);
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task The_agent_can_answer_what_the_bot_was_asking()
    {
        await IsServed();
        await World.Act(new AgentCorrects(Jieun, "reason", "changed_mind"));
        var back = TextOf(await World.Act(new AgentReturns(Jieun)));
        Tells("상담원과 정한 내용은 반품 이유 단순 변심", back);
        Assert.Equal("return/PickupAddress", State);
    }

    [Fact]
    public async Task What_hung_on_the_old_value_is_forgotten()
    {
        World.Shop.Desk = new(1, 1);
        await UpToReadBack();
        await Say("상담원 연결해 주세요");
        await World.Act(new AgentAccepts(Jieun));
        await World.Act(new AgentCorrects(Jieun, "order", "20261110-0000002"));
        Assert.Null(Slot("items"));
        Assert.Null(Slot("pickupAddress"));
        Assert.Equal("\"changed_mind\"", Slot("reason"));
    }

    [Theory]
    [InlineData("reason", "파란 하늘")]
    [InlineData("items", "자동차")]
    [InlineData("pickupDate", "내일")]
    [InlineData("change", "items")]
    [InlineData("nothing", "x")]
    public async Task Words_that_do_not_fit_or_come_too_early_change_nothing(string slot, string words)
    {
        await IsServed();
        var before = Slot("items");
        var result = await World.Act(new AgentCorrects(Jieun, slot, words));
        Assert.Empty(result.Replies);
        Assert.Equal(before, Slot("items"));
        Assert.Null(Slot("reason"));
        Assert.Null(Slot("pickupDate"));
    }

    [Fact]
    public async Task The_bot_collects_one_thing_and_gives_the_conversation_back()
    {
        await IsServed();
        var asked = TextOf(await World.Act(new AgentDelegates(Jieun, "reason")));
        Tells("하나만 제가 여쭤볼게요", asked);
        Assert.Equal("return/Reason", State);
        Tells("상담원에게 전달했어요", await Say("마음이 바뀌었어요"));
        Assert.Equal(("\"changed_mind\"", Jieun), (Slot("reason"), World.Context.Owner?.Agent));
        Assert.True(World.Context.Owner?.IsSilent);
        Assert.Empty(await Say("네"));
        await World.Act(new AgentReturns(Jieun));
        Assert.Equal("return/PickupAddress", State);
    }

    [Fact]
    public async Task What_was_delegated_and_is_not_understood_goes_back_to_the_agent()
    {
        await IsServed();
        await World.Act(new AgentDelegates(Jieun, "reason"));
        await Say("음", "어");
        Tells("상담원에게 다시 연결", await Say("글쎄"));
        Assert.True(World.Context.Owner?.IsSilent);
        Assert.Single(World.Shop.Ran.Values, effect => effect is Dialogs.Escalation.Escalate);
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_meanwhile_is_back_with_the_agent_at_once()
    {
        await IsServed();
        await World.Act(new AgentDelegates(Jieun, "reason"));
        Tells("상담원에게 다시 연결", await Say("상담원 바꿔 주세요"));
        Assert.Equal(Jieun, World.Context.Owner?.Agent);
        await World.Act(new AgentReturns(Jieun));
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Agents_may_take_the_conversation_back_before_the_bot_has_its_answer()
    {
        await IsServed();
        await World.Act(new AgentDelegates(Jieun, "reason"));
        await World.Act(new AgentReturns(Jieun));
        Assert.Null(World.Context.Owner);
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task A_photograph_that_the_agent_passed_over_is_asked_for_before_anything_is_read_back()
    {
        World.Shop.Desk = new(1, 2);
        Tells("사진", await Say("주전자가 깨져서 왔어요. 반품하고 싶어요", "20261115-0000001, 010-0000-1234", "파란색 주전자"));
        await Say("상담원 바꿔 주세요");
        await World.Act(new AgentAccepts(Jieun));
        await World.Act(new AgentDelegates(Jieun, "pickupAddress"));
        await Say("네");
        await World.Act(new AgentReturns(Jieun));

        await Say("첫 번째");
        Assert.Equal("return/Evidence", State);

        Tells("이대로 진행할까요?", await World.Show("photo-1"));
    }
}
