using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class InitialTransitionTests
{
    private readonly StateMachine<string, string> _machine = new("out");
    private readonly List<string> _log = [];

    [Fact]
    public void Entering_a_superstate_goes_on_into_its_first_substate()
    {
        Nest();
        _machine.Fire("in");
        Assert.Equal("A1a", _machine.State);
        Assert.Equal(["+A", "+A1", "+A1a"], _log);
    }

    [Fact]
    public void Each_step_inwards_is_reported()
    {
        Nest();
        _machine.OnTransitioned(step => _log.Add($"{step.Source}>{step.Destination}"));
        _machine.OnTransitionCompleted(step => _log.Add($"{step.Source}>>{step.Destination}"));
        _machine.Fire("in");
        Assert.Equal(["out>A", "+A", "A>A1", "+A1", "A1>A1a", "+A1a", "out>>A1a"], _log);
    }

    [Fact]
    public void A_first_substate_must_lie_directly_inside()
    {
        _machine.Configure("out").Permit("in", "A");
        _machine.Configure("A").InitialTransition("B");
        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire("in"));
        Assert.Equal("The target (B) for the initial transition is not a substate.", error.Message);
    }

    [Fact]
    public void A_state_has_one_first_substate()
    {
        var state = _machine.Configure("A").InitialTransition("A1");
        var error = Assert.Throws<InvalidOperationException>(() => state.InitialTransition("A2"));
        Assert.Equal("This state has already been configured with an initial transition (A1).", error.Message);
    }

    [Fact]
    public void A_state_is_not_its_own_first_substate()
    {
        var error = Assert.Throws<ArgumentException>(() => _machine.Configure("A").InitialTransition("A"));
        Assert.Equal("Setting the current state as the target destination state is not allowed. (Parameter 'targetState')", error.Message);
    }

    [Fact]
    public void Reentering_the_superstate_starts_again_in_its_first_substate()
    {
        Nest();
        _machine.Configure("A").PermitReentry("again").OnExit(() => _log.Add("-A"));
        _machine.Configure("A1").OnExit(() => _log.Add("-A1"));
        _machine.Configure("A2").SubstateOf("A").OnExit(() => _log.Add("-A2"));
        _machine.Configure("A1a").Permit("other", "A2").OnExit(() => _log.Add("-A1a"));
        _machine.Fire("in");
        _machine.Fire("other");
        _log.Clear();
        _machine.Fire("again");
        Assert.Equal("A1a", _machine.State);
        Assert.Equal(["-A2", "-A", "+A", "+A1", "+A1a"], _log);
    }

    private void Nest()
    {
        _machine.Configure("out").Permit("in", "A");
        _machine.Configure("A").InitialTransition("A1").OnEntry(() => _log.Add("+A"));
        _machine.Configure("A1").SubstateOf("A").InitialTransition("A1a").OnEntry(() => _log.Add("+A1"));
        _machine.Configure("A1a").SubstateOf("A1").OnEntry(() => _log.Add("+A1a"));
    }
}
