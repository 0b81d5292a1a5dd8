using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class SubstateTests
{
    [Fact]
    public void A_machine_in_a_substate_is_in_all_states_around_it()
    {
        var machine = new StateMachine<string, int>("B1a");
        machine.Configure("B1a").SubstateOf("B1");
        machine.Configure("B1").SubstateOf("B");
        Assert.True(machine.IsInState("B1a"));
        Assert.True(machine.IsInState("B1"));
        Assert.True(machine.IsInState("B"));
        Assert.False(machine.IsInState("A"));
    }

    [Fact]
    public void A_machine_in_a_superstate_is_not_in_what_lies_inside()
    {
        var machine = new StateMachine<string, int>("B");
        machine.Configure("B1").SubstateOf("B");
        Assert.False(machine.IsInState("B1"));
    }

    [Fact]
    public void A_trigger_is_handled_by_the_nearest_state_that_permits_it()
    {
        var machine = new StateMachine<string, int>("B1a");
        machine.Configure("B").Permit(1, "far").Permit(2, "B2");
        machine.Configure("B1").SubstateOf("B").Permit(1, "near");
        machine.Configure("B1a").SubstateOf("B1");
        Assert.True(machine.CanFire(2));
        machine.Fire(1);
        Assert.Equal("near", machine.State);
    }

    [Fact]
    public void Moving_between_siblings_stays_inside_the_superstate()
    {
        var (machine, log) = House("B1a");
        machine.Fire("B1b");
        Assert.Equal(["-B1a", "+B1b"], log);
    }

    [Fact]
    public void Moving_across_leaves_from_the_inside_and_enters_from_the_outside()
    {
        var (machine, log) = House("B1a");
        machine.Fire("C1a");
        Assert.Equal(["-B1a", "-B1", "-B", "+C", "+C1", "+C1a"], log);
    }

    [Fact]
    public void Moving_to_the_superstate_leaves_only_what_lies_between()
    {
        var (machine, log) = House("B1a");
        machine.Fire("B");
        Assert.Equal(["-B1a", "-B1"], log);
        Assert.Equal("B", machine.State);
    }

    [Fact]
    public void Moving_inwards_leaves_nothing()
    {
        var (machine, log) = House("B");
        machine.Fire("B1a");
        Assert.Equal(["+B1", "+B1a"], log);
    }

    [Fact]
    public void A_superstates_transition_into_the_current_substate_changes_nothing()
    {
        var (machine, log) = House("B1a");
        machine.Configure("B").Permit("home", "B1a");
        machine.Fire("home");
        Assert.Equal("B1a", machine.State);
        Assert.Empty(log);
    }

    [Fact]
    public void A_state_cannot_lie_inside_itself()
    {
        var machine = new StateMachine<string, int>("A");
        var error = Assert.Throws<ArgumentException>(() => machine.Configure("A").SubstateOf("A"));
        Assert.Equal("Configuring A as a substate of A creates an illegal cyclic configuration.", error.Message);
    }

    [Fact]
    public void A_state_cannot_lie_inside_its_own_substate()
    {
        var machine = new StateMachine<string, int>("A");
        machine.Configure("B").SubstateOf("A");
        machine.Configure("C").SubstateOf("B");
        var error = Assert.Throws<ArgumentException>(() => machine.Configure("A").SubstateOf("C"));
        Assert.Equal("Configuring A as a substate of C creates an illegal nested cyclic configuration.", error.Message);
    }

    /// <summary>States B { B1 { B1a, B1b } } and C { C1 { C1a } }; from each, a trigger named like a state leads there.</summary>
    private static (StateMachine<string, string> Machine, List<string> Log) House(string start)
    {
        var machine = new StateMachine<string, string>(start);
        var log = new List<string>();
        string[] states = ["B", "B1", "B1a", "B1b", "C", "C1", "C1a"];
        foreach (var state in states)
        {
            var configuration = machine.Configure(state).OnEntry(() => log.Add("+" + state)).OnExit(() => log.Add("-" + state));
            foreach (var destination in states.Where(destination => destination != state))
                configuration.Permit(destination, destination);
            if (state.Length > 1)
                configuration.SubstateOf(state[..^1]);
        }

        return (machine, log);
    }
}
