using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class FiringModeTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void Queued_triggers_wait_until_the_transition_is_complete()
    {
        var machine = Machine(FiringMode.Queued);
        machine.Fire(Event.Dial);
        Assert.Equal(["-OffHook", "+Ringing", "+Ringing done", "-Ringing", "+Connected"], _log);
        Assert.Equal(Call.Connected, machine.State);
    }

    [Fact]
    public void Immediate_triggers_interrupt_the_transition()
    {
        var machine = Machine(FiringMode.Immediate);
        machine.Fire(Event.Dial);
        Assert.Equal(["-OffHook", "+Ringing", "-Ringing", "+Connected", "+Ringing done"], _log);
        Assert.Equal(Call.Connected, machine.State);
    }

    [Fact]
    public void Queued_is_the_default()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        var seen = Call.Ended;
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        machine.Configure(Call.Ringing).Permit(Event.Answer, Call.Connected).OnEntry(() =>
        {
            machine.Fire(Event.Answer);
            seen = machine.State;
        });
        machine.Fire(Event.Dial);
        Assert.Equal(Call.Ringing, seen);
        Assert.Equal(Call.Connected, machine.State);
    }

    [Fact]
    public void A_machine_can_be_fired_again_after_an_action_threw()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook, FiringMode.Queued);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        machine.Configure(Call.Ringing).Permit(Event.HangUp, Call.Ended).OnEntry(() => throw new FormatException("no tone"));
        Assert.Throws<FormatException>(() => machine.Fire(Event.Dial));
        machine.Fire(Event.HangUp);
        Assert.Equal(Call.Ended, machine.State);
    }

    private StateMachine<Call, Event> Machine(FiringMode mode)
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook, mode);
        machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).OnExit(() => _log.Add("-OffHook"));
        machine.Configure(Call.Ringing).Permit(Event.Answer, Call.Connected).OnExit(() => _log.Add("-Ringing")).OnEntry(() =>
        {
            _log.Add("+Ringing");
            machine.Fire(Event.Answer);
            _log.Add("+Ringing done");
        });
        machine.Configure(Call.Connected).OnEntry(() => _log.Add("+Connected"));
        return machine;
    }
}
