using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Tests.Repair;

public class LostCommitTests : Talk
{
    [Fact]
    public async Task A_turn_that_loses_its_commit_is_stepped_again_and_does_its_effect_once()
    {
        await UpToReadBack();
        World.Store.Beaten = 1;
        Tells("R-20417", await Say("네"));
        Assert.IsType<OpenReturn>(Assert.Single(World.Shop.Ran).Value);
    }

    [Fact]
    public async Task A_turn_before_which_another_node_does_all_of_its_own_is_answered_all_the_same()
    {
        await UpToReadBack();
        World.Store.Beaten = 200;
        Tells("R-20417", await Say("네"));
        Assert.Single(World.Shop.Ran);
    }

    [Fact]
    public async Task A_turn_that_never_wins_has_caused_nothing_and_may_be_sent_again()
    {
        await UpToReadBack();
        var version = World.Context.Version;
        World.Store.Beaten = 1_000;
        await Assert.ThrowsAsync<InvalidOperationException>(() => World.Say("네", "yes-1"));
        Assert.Empty(World.Shop.Ran);
        Assert.Equal(version, World.Context.Version);
        World.Store.Beaten = 0;
        Tells("R-20417", await World.Say("네", "yes-1"));
        Assert.Single(World.Shop.Ran);
    }

    [Fact]
    public async Task A_yes_that_comes_again_finishes_what_a_process_that_died_had_begun()
    {
        await UpToReadBack();
        World.Shop.Answers = _ => throw new InvalidOperationException("The process dies here.");
        await World.Say("네", "yes-1");
        Assert.NotNull(World.Context.Committing);
        World.Shop.Answers = null;
        Tells("R-20417", await World.Say("네", "yes-1"));
        Assert.IsType<OpenReturn>(Assert.Single(World.Shop.Ran).Value);
    }
}
