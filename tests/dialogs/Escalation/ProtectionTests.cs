using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>Agents are protected from abuse: a notice for everybody, two warnings, an end that the bot speaks.</summary>
public class ProtectionTests : Served
{
    [Fact]
    public async Task Whoever_waits_for_a_person_is_asked_for_respect() => Tells("상담원을 존중하는 마음으로 대해 주세요", await Waits());

    [Fact]
    public async Task Two_warnings_come_before_an_end_for_insults()
    {
        await IsServed();
        await World.Act(new AgentStops(Jieun, AbuseCauses.Insult));
        Assert.Equal(Jieun, World.Context.Owner?.Agent);
        Assert.Empty((await World.Act(new AgentWarns(Jieun, 2))).Replies);
        Tells("상담원은 법으로 보호받아요", TextOf(await World.Act(new AgentWarns(Jieun, 1))));
        Assert.Empty((await World.Act(new AgentWarns(Jieun, 1))).Replies);
        Tells("마지막으로 안내해 드려요", TextOf(await World.Act(new AgentWarns(Jieun, 2))));
        Assert.Null(World.Store.Log[^1].Message?.Agent);

        Tells("폭언이나 성희롱이 있어 상담원과의 상담을 마쳤어요", TextOf(await World.Act(new AgentStops(Jieun, AbuseCauses.Insult))));
        Assert.Null(World.Context.Owner);
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Ended });
        await Say("반품할래요");
        Assert.StartsWith("return/", State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AbuseCauses.Threat)]
    [InlineData(AbuseCauses.Harassment)]
    public async Task Threats_and_harassment_end_it_at_once(string cause)
    {
        await IsServed();
        await World.Act(new AgentStops(Jieun, cause));
        Assert.Null(World.Context.Owner);
    }

    [Fact]
    public async Task Nobody_but_the_agent_whose_it_is_warns_or_ends()
    {
        await IsServed();
        await World.Act(new AgentWarns(Minho, 1));
        await World.Act(new AgentStops(Minho, AbuseCauses.Threat));
        Assert.Equal((Jieun, 0), (World.Context.Owner?.Agent, World.Context.Warnings));
    }

    [Fact]
    public async Task Warnings_stay_where_another_agent_takes_over()
    {
        await IsServed();
        await World.Act(new AgentWarns(Jieun, 1));
        await World.Act(new AgentTakesOver(Minho));
        Tells("마지막으로 안내해 드려요", TextOf(await World.Act(new AgentWarns(Minho, 2))));
    }
}
