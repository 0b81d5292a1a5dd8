using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Repair;

public class RefusalTests : Talk
{
    [Fact]
    public async Task What_is_needed_is_explained_and_a_person_offered()
    {
        await UpToReason();
        Tells("'상담원'이라고 말씀해 주세요", await Say("말하기 싫어요"));
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Refusing_three_times_brings_a_person()
    {
        await UpToReason();
        await Say("말하기 싫어요", "말하기 싫어요", "말하기 싫어요");
        Assert.Equal("failures", Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Trigger);
    }

    [Fact]
    public async Task What_is_optional_is_left_out()
    {
        await Say("상담원 바꿔 주세요");
        Assert.Equal("person/Contact", State);
        Tells("이 대화로 답해 드릴게요", await Say("말하고 싶지 않아요"));
        Assert.Null(Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Phone);
    }

    [Fact]
    public async Task A_caller_who_leaves_no_number_is_not_told_to_wait_for_an_answer_in_the_call()
    {
        var caller = new World { Channel = new Channel("voice") { Speaks = true } };
        await caller.Say("상담원 바꿔 주세요");
        var said = await caller.Say("말하고 싶지 않아요");
        Assert.Contains("연락드릴 번호가 없어 먼저 전화드리지는 못해요", said, StringComparison.Ordinal);
        Assert.DoesNotContain("이 대화로", said, StringComparison.Ordinal);
    }
}
