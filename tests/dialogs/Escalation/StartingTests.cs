using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>What an agent begins for the customer goes the bot's own way, to the same effect, and comes back to the agent.</summary>
public class StartingTests : Served
{
    [Fact]
    public async Task The_bot_sees_a_complaint_through_and_gives_the_conversation_back()
    {
        await IsServed();
        var asked = TextOf(await World.Act(new AgentStarts(Jieun, Intents.Complaint, null)));
        Tells("상담원이 부탁한 일을 제가 이어서", asked);
        Assert.Equal(DelegatedTask.Whole, World.Context.Owner?.Delegated?.Slot);
        var last = "";
        for (var answers = 0; answers < 8 && World.Context.Owner?.IsSilent == false; answers++)
            last = await Say(State switch
            {
                "complaint/Story" => "기사님이 상자를 문 앞에 던지고 갔어요. 다시는 이런 일이 없게 해 주세요",
                "complaint/Category" => "배송",
                "complaint/Order" => "없어요",
                "complaint/Wish" => "사과",
                _ => "네",
            });
        Assert.Contains(World.Shop.Ran.Values, effect => effect is OpenCase { Kind: "complaint" });
        Tells("상담원에게 다시 연결해 드렸어요", last);
        Assert.NotEmpty(World.Context.Receipts);
        Assert.Equal((Jieun, true), (World.Context.Owner?.Agent, World.Context.Owner?.IsSilent));
        await World.Act(new AgentReturns(Jieun));
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Whoever_asks_for_the_agent_is_back_with_them_and_what_was_begun_lies_before_them()
    {
        await IsServed();
        await World.Act(new AgentStarts(Jieun, Intents.Complaint, null));
        Tells("상담원에게 다시 연결", await Say("상담원 바꿔 주세요"));
        Assert.True(World.Context.Owner?.IsSilent);
        Assert.Contains(World.Context.Stack, frame => frame is { Dialog: "complaint", State: "HandedOver" });
    }

    [Fact]
    public async Task Nobody_but_the_agent_whose_it_is_begins_anything_and_only_what_the_bot_can_do()
    {
        await IsServed();
        var before = World.Context.Frames;
        await World.Act(new AgentStarts(Minho, Intents.Complaint, null));
        await World.Act(new AgentStarts(Jieun, Intents.Exchange, null));
        Assert.Equal(before, World.Context.Frames);
        Assert.True(World.Context.Owner?.IsSilent);
    }
}
