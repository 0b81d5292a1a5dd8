using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

public class QueueTests : Served
{
    [Fact]
    public async Task Whoever_asks_for_a_person_is_told_their_place_and_that_nothing_must_be_said_again()
    {
        var said = await Waits();
        Tells("다시 설명하지 않으셔도 돼요", said);
        Tells("대기 순서는 2번째이고, 약 3~5분", said);
        var put = Assert.IsType<Escalate>(Assert.Single(World.Shop.Ran).Value);
        Assert.Equal(("asked", "returns", "c1"), (put.Trigger, put.Skill, put.ConversationId));
        Assert.Contains("> 파란색 주전자요", put.Summary, StringComparison.Ordinal);
        Assert.Equal(put.Id, World.Context.Owner?.Escalation);
        Assert.Null(World.Context.Owner?.Agent);
    }

    [Fact]
    public async Task What_is_said_while_waiting_is_kept_and_acknowledged()
    {
        await Waits();
        Tells("함께 전달할게요", await Say("그리고 상자도 찌그러져 있었어요"));
        Assert.Equal("그리고 상자도 찌그러져 있었어요", World.Context.Said[^1]);
        Assert.Single(World.Shop.Ran);
    }

    [Fact]
    public async Task Whoever_would_rather_have_the_bot_back_goes_on_where_it_was()
    {
        await Waits();
        Tells("다시 자동 상담 봇이에요", await Say("봇과 계속하기"));
        Assert.Equal("return/Reason", State);
        Assert.Null(World.Context.Owner);
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Left });
    }

    [Fact]
    public async Task When_nobody_is_there_it_is_said_at_once_with_three_choices()
    {
        World.Shop.Desk = new(0, 1);
        await UpToReason();
        Tells("연결할 수 있는 상담원이 없어요", await Say("상담원 바꿔 주세요"));
        Assert.Equal(["callback", "here", "wait"], World.Last.Expecting.Options.Select(option => option.Value));
        Tells("이 대화로 답해 드릴게요", await Say("이 대화로 답 받기"));
        Assert.Equal("callback", Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Kind);
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_again_and_again_while_nobody_is_there_gets_a_call_instead_of_the_same_menu()
    {
        World.Shop.Desk = new(0, 1);
        await UpToReason();
        await Say("상담원 바꿔 주세요");
        await Say("상담원이요");
        Assert.Equal("person/NobodyThere", State);
        await Say("아니 상담원 연결해 주세요");
        Assert.Equal("callback", Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Kind);
    }

    [Fact]
    public async Task Whoever_cannot_be_understood_while_nobody_is_there_gets_a_call_too()
    {
        World.Shop.Desk = new(0, 1);
        await UpToReason();
        await Say("상담원 바꿔 주세요");
        await Say("얄라셩", "얄리얄리", "얄랑셩");
        Assert.Equal("callback", Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Kind);
    }

    [Fact]
    public async Task Outside_the_hours_the_reason_is_said()
    {
        World.Shop.Desk = new(0, 1);
        World.Now = World.Now.AddHours(12);
        await UpToReason();
        Tells("지금은 상담 시간이 아니에요", await Say("상담원 바꿔 주세요"));
        Tells("자리에 오는 대로", await Say("기다리기"));
        Assert.IsType<Escalate>(Assert.Single(World.Shop.Ran).Value);
    }

    [Fact]
    public async Task Anger_twice_in_a_row_brings_a_person_unasked()
    {
        World.Shop.Desk = new(1, 1);
        await UpToReason();
        await Say("정말 화가 나네요");
        Tells("사람이 도와드릴게요", await Say("짜증나 죽겠어요 진짜"));
        var put = Assert.IsType<Escalate>(Assert.Single(World.Shop.Ran).Value);
        Assert.Equal(("anger", 2), (put.Trigger, put.Priority));
    }
}
