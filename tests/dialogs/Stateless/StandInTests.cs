using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

/// <summary>What holds for our implementation alone; left out where the package takes its place.</summary>
public class StandInTests
{
    private object? _kept;

    [Fact]
    public void Immediate_firing_refuses_an_initial_transition_which_it_could_never_finish()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook, FiringMode.Immediate);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        machine.Configure(Call.Ringing).InitialTransition(Call.Connected);
        machine.Configure(Call.Connected).SubstateOf(Call.Ringing);
        var error = Assert.Throws<InvalidOperationException>(() => machine.Fire(Event.Dial));
        Assert.Equal("State 'Ringing' has an initial transition, which immediate firing cannot follow. Use FiringMode.Queued.", error.Message);
    }

    [Fact]
    public void Asking_whether_a_trigger_can_be_fired_allocates_nothing()
    {
        var machine = PingPong();
        Assert.Equal(0, AllocatedBy(() => machine.CanFire(Event.Dial)));
        Assert.Equal(0, AllocatedBy(() => machine.CanFire(Event.Answer)));
    }

    [Fact]
    public void Firing_allocates_one_transition_and_no_more()
    {
        var machine = PingPong();
        var one = AllocatedBy(() => _kept = new StateMachine<Call, Event>.Transition(Call.OffHook, Call.Ringing, Event.Dial));
        Assert.Equal(one, AllocatedBy(() => machine.Fire(machine.State == Call.OffHook ? Event.Dial : Event.HangUp)));
    }

    private static StateMachine<Call, Event> PingPong()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        machine.Configure(Call.OffHook).PermitIf(Event.Dial, Call.Ringing, () => true, "tone").PermitIf(Event.Answer, Call.Connected, () => false, "ringing");
        machine.Configure(Call.Ringing).Permit(Event.HangUp, Call.OffHook);
        return machine;
    }

    private static long AllocatedBy(Action action)
    {
        for (var warmUp = 0; warmUp < 3; warmUp++)
            action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
