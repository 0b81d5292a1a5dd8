using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Turns;

/// <summary>An event that comes again gets what answered it the first time, whatever was said in between.</summary>
public class ComesAgainTests : Talk
{
    [Fact]
    public async Task With_the_outcome_of_the_effect_that_it_asked_for()
    {
        await UpToReadBack();
        World.Shop.Answers = _ => throw new InvalidOperationException("The shop is away.");
        await World.Say("네", "yes-1");
        await World.Say("환불은 얼마나 걸려요?", "question-1");
        World.Shop.Answers = null;
        await World.Turns.ResumeAsync("c1", World.Now, TestContext.Current.CancellationToken);

        var again = await World.Say("네", "yes-1");

        Tells("R-20417", again);
        Assert.IsType<OpenReturn>(Assert.Single(World.Shop.Ran).Value);
    }

    [Fact]
    public async Task And_nothing_of_what_answered_others()
    {
        await UpToReadBack();
        await World.Say("환불은 얼마나 걸려요?", "question-1");
        await World.Say("네", "yes-1");

        Assert.DoesNotContain("R-20417", await World.Say("환불은 얼마나 걸려요?", "question-1"), StringComparison.Ordinal);
    }
}
