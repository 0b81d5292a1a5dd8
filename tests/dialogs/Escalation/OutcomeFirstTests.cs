using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>
/// A conversation whose effect was committed and never told its outcome, as where the node died: what an agent does there is either done or refused,
/// and never taken as done without being so.
/// </summary>
public sealed class OutcomeFirstTests : Served
{
    private async Task IsServedWithoutOutcome()
    {
        await Waits();
        World.Shop.Answers = _ => throw new TimeoutException("The shop does not answer.");
        await World.Act(new AgentAccepts(Jieun));
        Assert.NotNull(World.Context.Committing);
    }

    [Fact]
    public async Task The_outcome_comes_first_and_what_was_said_goes_by_the_version_after_it()
    {
        await IsServedWithoutOutcome();
        World.Shop.Answers = null;

        var early = await World.Act(new AgentSays(Jieun, "안녕하세요, 이지은입니다."));
        Assert.Equal(TurnResultKind.Stale, early.Kind);
        Assert.Null(World.Context.Committing);
        Assert.DoesNotContain(World.Store.Log, entry => entry.Message?.Text == "안녕하세요, 이지은입니다.");

        await World.Act(new AgentSays(Jieun, "안녕하세요, 이지은입니다."));
        Assert.Single(World.Store.Log, entry => entry.Message?.Text == "안녕하세요, 이지은입니다.");
    }

    [Fact]
    public async Task While_the_outcome_cannot_be_had_the_same_act_may_be_sent_again()
    {
        await IsServedWithoutOutcome();
        var says = new Turn("c1", "a-said", World.Channel, new AgentSays(Jieun, "안녕하세요, 이지은입니다."), World.Now) { Sender = Sender.Agent, ExpectedVersion = World.Context.Version };
        Assert.Equal(TurnResultKind.Failed, (await World.Turns.RunAsync(says, TestContext.Current.CancellationToken)).Kind);

        World.Shop.Answers = null;
        await World.Turns.ResumeAsync("c1", World.Now.AddMinutes(1), TestContext.Current.CancellationToken);
        var again = await World.Turns.RunAsync(says with { ExpectedVersion = World.Context.Version }, TestContext.Current.CancellationToken);

        Assert.Equal(TurnResultKind.Done, again.Kind);
        Assert.Single(World.Store.Log, entry => entry.Message?.Text == "안녕하세요, 이지은입니다.");
    }
}
