using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

public class TakeoverTests : Served
{
    [Fact]
    public async Task The_agent_is_introduced_and_owns_the_conversation()
    {
        await Waits();
        var result = await World.Act(new AgentAccepts(Jieun));
        Tells("상담원 이지은이에요", TextOf(result));
        Assert.Equal(Jieun, World.Context.Owner?.Agent);
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Accepted, AgentId: "a1" });
    }

    [Fact]
    public async Task What_the_customer_was_told_of_the_wait_is_written_down_with_its_end_once()
    {
        await IsServed();
        await World.Act(new AgentTransfers(Jieun, EscalationSkills.Complaints, null));
        await World.Act(new AgentAccepts(Minho));
        var accepted = World.Shop.Ran.Values.OfType<Settle>().Where(settle => settle.State == EscalationStates.Accepted).ToArray();
        Assert.Equal([new WaitTold(3, 5), null], accepted.Select(settle => settle.Told));
    }

    [Fact]
    public async Task What_an_agent_does_is_done_once_though_the_customer_changes_the_channel_before_it_comes_again()
    {
        await IsServed();
        await Acts();
        World.Channel = new Channel("another") { HasButtons = true };
        await Say("여기로 옮겼어요");
        Assert.Equal(TurnResultKind.Duplicate, (await Acts()).Kind);
        Assert.Single(World.Store.Log, entry => entry.Message?.Text == "확인했어요.");

        Task<TurnResult> Acts() => World.Turns.RunAsync(
            new Turn("c1", "desk:a1:once", World.Channel, new AgentSays(Jieun, "확인했어요."), World.Now) { Sender = Sender.Agent, ExpectedVersion = World.Context.Version }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_telephone_that_nobody_took_up_is_told_as_that()
    {
        await IsServed();
        var said = TextOf(await World.Act(new AgentLeaves(Jieun) { IsUntaken = true }));
        Tells("전화를 받지 못해", said);
        Assert.Null(World.Context.Owner?.Agent);
    }

    [Fact]
    public async Task Two_agents_never_get_one_conversation()
    {
        await IsServed();
        await World.Act(new AgentAccepts(Minho));
        await World.Act(new AgentSays(Minho, "안녕하세요"));
        Assert.Equal(Jieun, World.Context.Owner?.Agent);
        Assert.DoesNotContain(World.Store.Log, entry => entry.Message?.Text == "안녕하세요");
    }

    [Fact]
    public async Task What_the_agent_says_reaches_the_customer_as_it_is_and_under_the_agents_name()
    {
        await IsServed();
        await World.Act(new AgentSays(Jieun, "{name} 님, <b>확인</b>했어요."));
        Assert.Equal(("{name} 님, <b>확인</b>했어요.", "이지은"), (World.Store.Log[^1].Message?.Text, World.Store.Log[^1].Message?.Agent));
    }

    [Fact]
    public async Task While_an_agent_owns_it_the_bot_is_silent_and_the_customer_is_logged()
    {
        await IsServed();
        var before = World.Store.Log.Count;
        Assert.Empty(await Say("반품 취소하고 새로 하나 보내 주세요"));
        Assert.Empty(await World.Take(new Silence(), null));
        Assert.Empty(await World.Take(new WakeDue("idle"), null));
        Assert.DoesNotContain(World.Store.Log.Skip(before), entry => entry.Message is not null);
        Assert.Equal("반품 취소하고 새로 하나 보내 주세요", World.Context.Said[^1]);
        Assert.Equal(Jieun, World.Context.Owner?.Agent);
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_does_nothing()
    {
        await IsServed();
        var seen = World.Context.Version;
        await Say("잠깐만요");
        var result = await World.Act(new AgentSays(Jieun, "네"), seen);
        Assert.Equal(TurnResultKind.Stale, result.Kind);
        Assert.DoesNotContain(World.Store.Log, entry => entry.Message?.Text == "네");
    }

    [Fact]
    public async Task The_customer_can_have_the_bot_back_but_not_by_accident()
    {
        await IsServed();
        await Say("그만 좀 하세요");
        Assert.NotNull(World.Context.Owner);
        Tells("다시 자동 상담 봇이에요", await Say("봇과 계속하기"));
        Assert.Null(World.Context.Owner);
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Given_back_the_bot_asks_exactly_what_it_was_asking()
    {
        await IsServed();
        Tells("다시 자동 상담 봇이에요", TextOf(await World.Act(new AgentReturns(Jieun))));
        Assert.Equal("return/Reason", State);
        await Say("마음이 바뀌었어요", "네", "첫 번째", "네");
        Assert.Contains(World.Shop.Ran.Values, effect => effect is OpenReturn { Reason: "changed_mind" });
    }

    [Fact]
    public async Task A_matter_that_was_ended_is_not_gone_on_with()
    {
        await IsServed();
        Tells("더 도와드릴 일이", TextOf(await World.Act(new AgentEnds(Jieun))));
        Assert.Empty(World.Context.Stack);
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Ended });
    }

    [Fact]
    public async Task An_agent_who_was_lost_leaves_the_customer_waiting_under_the_same_escalation()
    {
        await IsServed();
        var escalation = World.Context.Owner?.Escalation;
        Tells("기다리신 순서는 그대로", TextOf(await World.Act(new AgentLeaves(Jieun))));
        Assert.Equal((escalation, null), (World.Context.Owner?.Escalation, World.Context.Owner?.Agent));
        await World.Act(new AgentAccepts(Minho));
        Assert.Equal(Minho, World.Context.Owner?.Agent);
    }

    [Fact]
    public async Task The_whole_conversation_replays_from_its_journal()
    {
        await IsServed();
        await World.Act(new AgentSays(Jieun, "깨진 건가요?"));
        await World.Act(new AgentCorrects(Jieun, "reason", "damaged"));
        await World.Act(new AgentReturns(Jieun));
        Assert.Empty(JournalReplay.Run(World.Runner, World.Store.Journal).Differences);
    }
}
