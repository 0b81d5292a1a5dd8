using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Repair;

public class LadderTests : Talk
{
    [Fact]
    public async Task A_miss_never_repeats_its_sentence()
    {
        var first = await UpToReason();
        var second = await Say("얄라셩");
        var third = await Say("얄리얄리");
        Assert.Equal(3, new[] { first.Split('\n')[0], second.Split('\n')[0], third.Split('\n')[0] }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_answer_starts_the_ladder_anew()
    {
        await UpToReason();
        await Say("얄라셩", "얄리얄리", "마음이 바뀌었어요", "얄라", "얄리");
        Assert.Equal("return/PickupAddress", State);
        Assert.Empty(World.Shop.Ran);
    }

    [Fact]
    public async Task Silence_is_asked_shorter_then_with_an_example_and_ends_at_a_person()
    {
        var first = await UpToReason();
        var second = await World.Take(new Silence(), null);
        Assert.NotEqual(first, second);
        var third = await World.Take(new Silence(), null);
        Assert.NotEqual(second, third);
        await World.Take(new Silence(), null);
        Assert.Equal("failures", Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Trigger);
    }

    [Fact]
    public async Task Three_failed_proofs_end_at_a_person()
    {
        await Say("반품할래요", "20261115-0000001, 010-9999-0000", "20261115-0000001, 010-9999-0001");
        Assert.Equal("identify/Claim", State);
        await Say("20261115-0000001, 010-9999-0002");
        Assert.Equal("person", World.Last.Dialog);
        await Say("없어요");
        Assert.Equal("identity", Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Trigger);
    }
}
