namespace ServiceBot.Dialogs.Tests.Repair;

public class StopAndBackTests : Talk
{
    [Fact]
    public async Task Stopping_while_proving_who_one_is_stops_what_it_was_for()
    {
        await Say("반품할래요");
        var said = await Say("그만할래요");
        Tells("반품은 여기서 그만할게요", said);
        Assert.Empty(World.Context.Stack);
    }

    [Fact]
    public async Task Back_forgets_the_last_answer_and_asks_for_it_again()
    {
        await UpToReason();
        await Say("이전으로");
        Assert.Equal("return/ChooseItems", State);
        await Say("머그컵");
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Before_the_first_answer_there_is_no_way_back()
    {
        await UpToItems();
        Tells("더 돌아갈 수 없어요", await Say("이전으로"));
        Assert.Equal("return/ChooseItems", State);
    }
}
