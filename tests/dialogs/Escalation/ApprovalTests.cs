using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

public class ApprovalTests : Served
{
    [Fact]
    public async Task An_exception_leads_the_usual_way_to_the_read_back_and_the_effect()
    {
        var refund = await NeedsAPhotograph();
        await World.Act(new AgentApproves(Jieun, "S05", refund, Minho));
        Assert.True((await World.Packet()).Verdict?.IsApproved);
        await World.Act(new AgentReturns(Jieun));
        Assert.Equal("return/PickupAddress", State);
        Tells("예외로 승인한 반품이에요", await Say("네", "첫 번째"));
        await Say("네");
        Assert.Equal("S05", Assert.Single(World.Shop.Ran.Values.OfType<OpenReturn>()).Rule);
    }

    [Fact]
    public async Task More_money_than_was_approved_is_no_exception()
    {
        var refund = await NeedsAPhotograph();
        await World.Act(new AgentApproves(Jieun, "S05", refund - 1, Jieun));
        await IsNotApproved();
    }

    [Fact]
    public async Task Another_rule_than_was_approved_is_no_exception()
    {
        var refund = await NeedsAPhotograph();
        await World.Act(new AgentApproves(Jieun, "S06", refund, Jieun));
        await IsNotApproved();
    }

    [Fact]
    public async Task Only_whoever_has_the_conversation_makes_exceptions_in_it()
    {
        var refund = await NeedsAPhotograph();
        await World.Act(new AgentApproves(Minho, "S05", refund, Minho));
        await IsNotApproved();
    }

    [Theory]
    [InlineData("items", "화이트 주전자")]
    [InlineData("reason", "wrong_item")]
    public async Task Whatever_was_asked_is_part_of_the_exception(string slot, string words)
    {
        var refund = await NeedsAPhotograph();
        await World.Act(new AgentApproves(Jieun, "S05", refund, Jieun));
        await World.Act(new AgentCorrects(Jieun, slot, words));
        Assert.Null(Slot("approval"));
    }

    [Fact]
    public async Task What_the_rules_allow_needs_no_exception()
    {
        await IsServed();
        await World.Act(new AgentCorrects(Jieun, "reason", "changed_mind"));
        Assert.Equal(("allowed", false), ((await World.Packet()).Verdict?.Kind, (await World.Packet()).Verdict?.MayBeApproved));
    }

    // A broken kettle and no photograph: the rules leave it to a person.
    private async Task<long> NeedsAPhotograph()
    {
        await IsServed();
        await World.Act(new AgentCorrects(Jieun, "reason", "damaged"));
        var verdict = (await World.Packet()).Verdict;
        Assert.Equal(("person", "S05", true), (verdict?.Kind, verdict?.Rule, verdict?.MayBeApproved));
        return verdict?.Refund?.Minor ?? 0;
    }

    private async Task IsNotApproved()
    {
        Assert.False((await World.Packet()).Verdict?.IsApproved);
        Assert.Null(Slot("approval"));
    }
}
