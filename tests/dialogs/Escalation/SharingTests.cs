using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

public class SharingTests : Served
{
    [Fact]
    public async Task Whoever_is_passed_on_waits_for_somebody_who_knows_that_and_is_told()
    {
        await IsServed();
        Tells("더 잘 아는 상담원에게", TextOf(await World.Act(new AgentTransfers(Jieun, EscalationSkills.Complaints, "화가 나셨어요"))));
        Assert.Null(World.Context.Owner?.Agent);
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Waiting, Skill: EscalationSkills.Complaints });
        Tells("상담원 박민호", TextOf(await World.Act(new AgentAccepts(Minho))));
    }

    [Fact]
    public async Task A_supervisor_takes_the_conversation_from_its_agent_who_can_do_nothing_more_in_it()
    {
        await IsServed();
        Tells("상담원 박민호", TextOf(await World.Act(new AgentTakesOver(Minho))));
        Assert.Equal(Minho, World.Context.Owner?.Agent);
        Assert.Empty((await World.Act(new AgentSays(Jieun, "저예요"))).Replies);
    }

    [Fact]
    public async Task Nobody_takes_over_what_the_bot_does_alone()
    {
        await UpToReason();
        Assert.Empty((await World.Act(new AgentTakesOver(Minho))).Replies);
        Assert.Null(World.Context.Owner);
    }

    [Fact]
    public async Task A_note_says_nothing_to_the_customer_and_keeps_no_card_number()
    {
        await IsServed();
        var noted = await World.Act(new AgentNotes(Minho, "카드 4111 1111 1111 1111"));
        Assert.Empty(noted.Replies);
        Assert.DoesNotContain(World.Store.Journal.Select(entry => entry.Turn.Input).OfType<AgentNotes>(), note => note.Text.Contains("4111", StringComparison.Ordinal));
    }
}
