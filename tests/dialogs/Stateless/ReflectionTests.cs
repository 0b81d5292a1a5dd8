using Stateless;
using Stateless.Reflection;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class ReflectionTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.OffHook);

    [Fact]
    public void A_machine_tells_its_types_and_initial_state()
    {
        var info = _machine.GetInfo();
        Assert.Equal(typeof(Call), info.StateType);
        Assert.Equal(typeof(Event), info.TriggerType);
        Assert.Equal(Call.OffHook, info.InitialState.UnderlyingState);
    }

    [Fact]
    public void States_that_are_only_destinations_come_after_the_configured_ones()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        _machine.Configure(Call.Connected).SubstateOf(Call.Ended);
        Assert.Equal(["OffHook", "Connected", "Ended", "Ringing"], _machine.GetInfo().States.Select(state => state.ToString()));
    }

    [Fact]
    public void A_fixed_transition_tells_trigger_destination_and_guards()
    {
        _machine.Configure(Call.OffHook).PermitIf(Event.Dial, Call.Ringing, Tuple.Create(() => true, "tone"), Tuple.Create(() => true, "number"));
        var transition = Assert.Single(State(Call.OffHook).FixedTransitions);
        Assert.Equal(Event.Dial, transition.Trigger.UnderlyingTrigger);
        Assert.Equal(Call.Ringing, transition.DestinationState.UnderlyingState);
        Assert.Equal(["tone", "number"], transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description));
        Assert.False(transition.IsInternalTransition);
    }

    [Fact]
    public void Reentries_and_internal_transitions_lead_to_the_state_itself()
    {
        _machine.Configure(Call.OffHook).InternalTransition(Event.SetVolume, () => { }).PermitReentry(Event.Resume);
        var transitions = State(Call.OffHook).FixedTransitions.ToList();
        Assert.Equal(["SetVolume", "Resume"], transitions.Select(transition => transition.Trigger.ToString()));
        Assert.All(transitions, transition => Assert.Equal(Call.OffHook, transition.DestinationState.UnderlyingState));
        Assert.Equal([true, false], transitions.Select(transition => transition.IsInternalTransition));
    }

    [Fact]
    public void A_dynamic_transition_tells_its_selector_and_declared_destinations()
    {
        _machine.Configure(Call.OffHook).PermitDynamic(
            Event.Dial, () => Call.Ringing, "by the line", new DynamicStateInfos { { Call.Ringing, "free" }, { "Ended", "busy" } });
        var transition = Assert.Single(State(Call.OffHook).DynamicTransitions);
        Assert.Equal("by the line", transition.DestinationStateSelectorDescription.Description);
        Assert.Empty(transition.GuardConditionsMethodDescriptions);
        Assert.NotNull(transition.PossibleDestinationStates);
        Assert.Equal(["Ringing: free", "Ended: busy"], transition.PossibleDestinationStates.Select(to => $"{to.DestinationState}: {to.Criterion}"));
    }

    [Fact]
    public void All_transitions_are_the_fixed_ones_and_then_the_dynamic_ones()
    {
        _machine.Configure(Call.OffHook).PermitDynamic(Event.Dial, () => Call.Ringing).Permit(Event.HangUp, Call.Ended).Ignore(Event.Hold);
        Assert.Equal([Event.HangUp, Event.Dial], State(Call.OffHook).Transitions.Select(transition => transition.Trigger.UnderlyingTrigger));
        Assert.Equal([Event.Hold], State(Call.OffHook).IgnoredTriggers.Select(transition => transition.Trigger.UnderlyingTrigger));
    }

    [Fact]
    public void Superstate_and_substates_point_at_each_other()
    {
        _machine.Configure(Call.OnHold).SubstateOf(Call.Connected);
        var states = _machine.GetInfo().States.ToDictionary(state => state.UnderlyingState);
        Assert.Same(states[Call.Connected], states[Call.OnHold].Superstate);
        Assert.Same(states[Call.OnHold], Assert.Single(states[Call.Connected].Substates));
        Assert.Null(states[Call.Connected].Superstate);
    }

    [Fact]
    public void Actions_tell_their_description_and_the_trigger_they_are_bound_to()
    {
        _machine.Configure(Call.OffHook).OnEntry(Ring).OnEntryFrom(Event.HangUp, () => { }, "clear the line").OnExit(() => { });
        var state = State(Call.OffHook);
        Assert.Equal(["Ring from any", "clear the line from HangUp"], state.EntryActions.Select(action => $"{action.Method.Description} from {action.FromTrigger ?? "any"}"));
        Assert.Equal(["Function"], state.ExitActions.Select(action => action.Description));
        Assert.All(state.ExitActions, action => Assert.False(action.IsAsync));
    }

    [Fact]
    public void A_method_without_name_and_description_is_null()
    {
        Assert.Equal("<null>", new InvocationInfo(null!, null!, InvocationInfo.Timing.Synchronous).Description);
        Assert.True(new InvocationInfo("Ring", null!, InvocationInfo.Timing.Asynchronous).IsAsync);
    }

    private StateInfo State(Call state) => _machine.GetInfo().States.Single(info => Equals(info.UnderlyingState, state));

    private static void Ring()
    {
    }
}
