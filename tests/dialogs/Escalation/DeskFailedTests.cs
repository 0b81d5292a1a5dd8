using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>A desk that was asked cannot take the customer, or not any more.</summary>
public class DeskFailedTests : Served
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_customer_hears_that_nobody_is_there_and_chooses(bool wasServed)
    {
        await (wasServed ? IsServed() : Waits());
        var result = await Fail(World.Context.Owner?.Escalation ?? "");
        Tells("지금은 연결할 수 있는 상담원이 없어요", TextOf(result));
        Assert.Null(World.Context.Owner);
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Left, IsFailure: true });
        Tells("접수번호는", await Say("이 대화로 답 받기"));
    }

    [Fact]
    public async Task Who_answers_before_the_desk_has_booked_it_is_understood_all_the_same()
    {
        await Waits();
        World.Shop.Answers = _ => throw new TimeoutException("The desk's books cannot be written.");
        var told = TextOf(await Fail(World.Context.Owner?.Escalation ?? ""));
        Tells("지금은 연결할 수 있는 상담원이 없어요", told);
        Assert.DoesNotContain("처리하고 있어요", told, StringComparison.Ordinal); // nothing that the customer waits for
        Assert.IsType<Settle>(World.Context.Committing?.Effect);

        World.Shop.Answers = null;
        Tells("접수번호는", await Say("이 대화로 답 받기"));
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Settle { State: EscalationStates.Left, IsFailure: true });
        Assert.Null(World.Context.Committing);
    }

    [Fact]
    public async Task While_it_cannot_be_booked_the_customer_is_asked_to_wait_and_nothing_is_lost()
    {
        await Waits();
        World.Shop.Answers = _ => throw new TimeoutException("The desk's books cannot be written.");
        await Fail(World.Context.Owner?.Escalation ?? "");
        Tells("처리하고 있어요", await Say("이 대화로 답 받기"));
        Assert.IsType<Settle>(World.Context.Committing?.Effect);
    }

    [Fact]
    public async Task Who_waits_all_the_same_is_passed_on_anew()
    {
        await Waits();
        var first = World.Context.Owner?.Escalation ?? "";
        await Fail(first);
        await Say("기다리기");
        Assert.NotNull(World.Context.Owner);
        Assert.NotEqual(first, World.Context.Owner?.Escalation);
    }

    [Fact]
    public async Task A_failure_of_an_escalation_that_is_over_changes_nothing()
    {
        await IsServed();
        Assert.Empty(TextOf(await Fail("c1.0")));
        Assert.Equal(Jieun, World.Context.Owner?.Agent);
    }

    private Task<TurnResult> Fail(string escalation) => World.Turns.RunAsync(World.Context.TurnFor(new DeskFailed(escalation), $"failed:{escalation}", World.Now), TestContext.Current.CancellationToken);
}
