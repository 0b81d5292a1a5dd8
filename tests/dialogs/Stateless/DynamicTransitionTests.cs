using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class DynamicTransitionTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.Ringing);

    [Fact]
    public void The_selector_is_asked_when_the_trigger_is_fired()
    {
        var destination = Call.Connected;
        _machine.Configure(Call.Ringing).PermitDynamic(Event.Answer, () => destination);
        destination = Call.OnHold;
        _machine.Fire(Event.Answer);
        Assert.Equal(Call.OnHold, _machine.State);
    }

    [Theory]
    [InlineData(1, Call.Connected)]
    [InlineData(2, Call.OnHold)]
    public void The_selector_gets_the_arguments(int line, Call expected)
    {
        var answer = _machine.SetTriggerParameters<int>(Event.Answer);
        _machine.Configure(Call.Ringing).PermitDynamic(answer, number => number == 1 ? Call.Connected : Call.OnHold);
        _machine.Fire(answer, line);
        Assert.Equal(expected, _machine.State);
    }

    [Fact]
    public void The_selector_gets_up_to_three_arguments()
    {
        var two = _machine.SetTriggerParameters<int, string>(Event.Answer);
        var three = _machine.SetTriggerParameters<int, string, Call>(Event.Dial);
        _machine.Configure(Call.Ringing).PermitDynamic(two, (line, name) => line > 1 && name == "Kim" ? Call.Connected : Call.Ended);
        _machine.Configure(Call.Connected).PermitDynamic(three, (_, _, destination) => destination);
        _machine.Fire(two, 2, "Kim");
        Assert.Equal(Call.Connected, _machine.State);
        _machine.Fire(three, 2, "Kim", Call.OnHold);
        Assert.Equal(Call.OnHold, _machine.State);
    }

    [Fact]
    public void Choosing_the_current_state_enters_it_again()
    {
        var entered = 0;
        _machine.Configure(Call.Ringing).PermitDynamic(Event.Answer, () => Call.Ringing).OnEntry(() => entered++);
        _machine.Fire(Event.Answer);
        Assert.Equal(1, entered);
    }

    [Fact]
    public void A_guard_may_stand_before_the_selector()
    {
        var asked = false;
        _machine.Configure(Call.Ringing).PermitDynamicIf(
            Event.Answer,
            () =>
            {
                asked = true;
                return Call.Connected;
            },
            () => false,
            "line is free");
        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(Event.Answer));
        Assert.Equal(
            "Trigger 'Answer' is valid for transition from state 'Ringing' but a guard conditions are not met. Guard descriptions: 'line is free'.",
            error.Message);
        Assert.False(asked);
    }

    [Fact]
    public void Guard_and_selector_may_both_use_the_argument()
    {
        var answer = _machine.SetTriggerParameters<int>(Event.Answer);
        _machine.Configure(Call.Ringing)
            .PermitDynamicIf(answer, line => (Call)line, line => line < 3, "low line")
            .PermitDynamicIf(answer, _ => Call.Ended, null, Tuple.Create<Func<int, bool>, string>(line => line >= 3, "high line"));
        Assert.True(_machine.CanFire(answer, 2));
        _machine.Fire(answer, 4);
        Assert.Equal(Call.Ended, _machine.State);
    }

    [Fact]
    public void The_selector_must_not_be_null()
    {
        var error = Assert.Throws<ArgumentNullException>(() => _machine.Configure(Call.Ringing).PermitDynamic(Event.Answer, (Func<Call>)null!));
        Assert.Equal("destinationStateSelector", error.ParamName);
    }
}
