namespace ServiceBot.Dialogs.Tests.Repair;

public class IdleTests : Talk
{
    [Fact]
    public async Task Whoever_falls_silent_in_the_middle_is_reminded_once()
    {
        await UpToReason();
        var wake = Assert.Single(World.Context.Wakes);
        await World.Turns.ResumeAsync("c1", wake.At.AddSeconds(1), TestContext.Current.CancellationToken);
        Tells("아직 계신가요?", World.Store.Log[^1].Message?.Text ?? "");
        var said = World.Store.Log.Count;
        await World.Turns.ResumeAsync("c1", wake.At.AddDays(1), TestContext.Current.CancellationToken);
        Assert.Equal(said, World.Store.Log.Count);
    }

    [Fact]
    public async Task What_was_said_is_kept_however_long_it_takes()
    {
        await UpToReason();
        World.Now = World.Now.AddDays(1);
        await Say("마음이 바뀌었어요");
        Assert.Equal("return/PickupAddress", State);
    }

    [Fact]
    public async Task Where_nothing_is_under_way_nobody_is_reminded()
    {
        await Say("안녕하세요");
        Assert.Empty(World.Context.Wakes);
    }
}
