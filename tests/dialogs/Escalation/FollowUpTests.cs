using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>An agent takes up what was promised to a customer whom the bot has.</summary>
public class FollowUpTests : Served
{
    [Fact]
    public async Task The_conversation_is_the_agents_from_the_beginning_and_goes_back_to_where_it_was()
    {
        await UpToReason();
        var asked = World.Context.Asked?.State;

        Tells("상담원 이지은", TextOf(await World.Act(new AgentFollowsUp(Jieun, ByTelephone: true))));

        Assert.Equal(Jieun, World.Context.Owner?.Agent);
        var escalate = Assert.Single(World.Shop.Ran.Values.OfType<Escalate>());
        Assert.Equal((Jieun.Id, EscalationTriggers.Promised, true), (escalate.AgentId, escalate.Trigger, escalate.IsCall));
        await World.Act(new AgentReturns(Jieun));
        Assert.Null(World.Context.Owner);
        Assert.Equal(asked, World.Context.Asked?.State);
    }

    [Fact]
    public async Task Nobody_takes_up_what_a_colleague_is_about()
    {
        await IsServed();
        var before = World.Shop.Ran.Count;
        Assert.Empty((await World.Act(new AgentFollowsUp(Minho, ByTelephone: false))).Replies);
        Assert.Equal((Jieun, before), (World.Context.Owner?.Agent, World.Shop.Ran.Count));
    }
}
