using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class TransitionTests
{
    [Fact]
    public void A_machine_starts_in_its_initial_state() =>
        Assert.Equal(Call.OffHook, new StateMachine<Call, Event>(Call.OffHook).State);

    [Fact]
    public void A_permitted_trigger_leads_to_its_destination()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        machine.Fire(Event.Dial);
        Assert.Equal(Call.Ringing, machine.State);
    }

    [Fact]
    public void The_state_may_lie_outside_of_the_machine()
    {
        var state = Call.OffHook;
        var machine = new StateMachine<Call, Event>(() => state, s => state = s);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        machine.Fire(Event.Dial);
        Assert.Equal(Call.Ringing, state);

        state = Call.OffHook;
        Assert.Equal(Call.OffHook, machine.State);
    }

    [Fact]
    public void States_and_triggers_may_be_of_any_type()
    {
        var machine = new StateMachine<string, int>("red");
        machine.Configure("red").Permit(1, "green");
        machine.Fire(1);
        Assert.Equal("green", machine.State);
    }

    [Fact]
    public void A_trigger_that_is_not_configured_throws_with_state_and_trigger()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        var error = Assert.Throws<InvalidOperationException>(() => machine.Fire(Event.HangUp));
        Assert.Equal("No valid leaving transitions are permitted from state 'OffHook' for trigger 'HangUp'. Consider ignoring the trigger.", error.Message);
        Assert.Equal(Call.OffHook, machine.State);
    }

    [Fact]
    public void A_transition_to_the_same_state_must_be_ignored_or_reentered()
    {
        var state = new StateMachine<Call, Event>(Call.OffHook).Configure(Call.OffHook);
        const string message =
            "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().";
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => state.Permit(Event.Dial, Call.OffHook)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => state.PermitIf(Event.Dial, Call.OffHook, () => true)).Message);
    }

    [Fact]
    public void Two_unguarded_transitions_for_one_trigger_throw_when_it_is_fired()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).Permit(Event.Dial, Call.Connected);
        var error = Assert.Throws<InvalidOperationException>(() => machine.Fire(Event.Dial));
        Assert.Equal(
            "Multiple permitted exit transitions are configured from state 'OffHook' for trigger 'Dial'. Guard clauses must be mutually exclusive.",
            error.Message);
    }

    [Fact]
    public void The_configuration_of_a_state_may_be_continued_later()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        machine.Configure(Call.OffHook).Permit(Event.HangUp, Call.Ended);
        Assert.True(machine.CanFire(Event.Dial));
        Assert.True(machine.CanFire(Event.HangUp));
    }

    [Fact]
    public void A_machine_tells_its_state_and_what_it_permits()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).PermitIf(Event.Hold, Call.OnHold, () => false).Ignore(Event.HangUp);
        Assert.Equal("StateMachine { State = OffHook, PermittedTriggers = { Dial, HangUp }}", machine.ToString());
    }

    [Fact]
    public void Delegates_for_the_state_must_not_be_null()
    {
        Assert.Equal("stateAccessor", Assert.Throws<ArgumentNullException>(() => new StateMachine<Call, Event>(null!, _ => { })).ParamName);
        Assert.Equal("stateMutator", Assert.Throws<ArgumentNullException>(() => new StateMachine<Call, Event>(() => Call.OffHook, null!)).ParamName);
    }
}
