namespace ServiceBot.Dialogs.Tests.Repair;

/// <summary>The store comes back without its newest commits, and a node remembers that there were more.</summary>
public class ForgottenCommitTests : Talk
{
    [Fact]
    public async Task A_yes_to_a_read_back_that_was_forgotten_is_no_yes_to_the_one_before()
    {
        await UpToReadBack();
        var lose = World.Store.Remember();
        await Say("아니 하얀 주전자요");
        lose();

        var said = await Say("네");

        Assert.Empty(World.Shop.Ran);
        Tells("진행할까요", said);
        Tells("R-20417", await Say("네"));
        Assert.Single(World.Shop.Ran);
    }

    [Fact]
    public async Task What_comes_then_stands_behind_all_that_clients_have_seen()
    {
        await UpToReadBack();
        var lose = World.Store.Remember();
        await Say("아니 하얀 주전자요");
        var seen = World.Context.LastSequence;
        lose();

        await Say("네");

        Assert.All(World.Store.Log[^2..], entry => Assert.True(entry.Sequence > seen));
    }

    [Fact]
    public async Task Where_nothing_was_forgotten_the_yes_binds()
    {
        await UpToReadBack();
        Tells("R-20417", await Say("네"));
    }
}
