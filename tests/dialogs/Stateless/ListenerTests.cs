using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class ListenerTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.OffHook);
    private readonly List<string> _log = [];

    [Fact]
    public void A_transition_is_told_between_exit_and_entry_and_its_completion_at_the_end()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).OnExit(() => _log.Add("exit"));
        _machine.Configure(Call.Ringing).OnEntry(() => _log.Add("entry"));
        _machine.OnTransitioned(step => _log.Add($"{step.Source} {step.Trigger} {step.Destination}"));
        _machine.OnTransitionCompleted(step => _log.Add($"{step.Source} {step.Trigger} {step.Destination} completed"));
        _machine.Fire(Event.Dial);
        Assert.Equal(["exit", "OffHook Dial Ringing", "entry", "OffHook Dial Ringing completed"], _log);
    }

    [Fact]
    public void Several_listeners_are_told_in_order()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        _machine.OnTransitioned(_ => _log.Add("first"));
        _machine.OnTransitioned(_ => _log.Add("second"));
        _machine.Fire(Event.Dial);
        Assert.Equal(["first", "second"], _log);
    }

    [Fact]
    public void An_unhandled_trigger_may_be_taken_instead_of_thrown()
    {
        _machine.OnUnhandledTrigger((state, trigger) => _log.Add($"{state} {trigger}"));
        _machine.Fire(Event.HangUp);
        Assert.Equal(["OffHook HangUp"], _log);
    }

    [Fact]
    public void An_unhandled_trigger_comes_with_its_unmet_guards_or_null()
    {
        _machine.Configure(Call.OffHook).PermitIf(Event.Dial, Call.Ringing, () => false, "tone");
        _machine.OnUnhandledTrigger((_, trigger, unmet) => _log.Add($"{trigger}: {(unmet is null ? "null" : string.Join(", ", unmet))}"));
        _machine.Fire(Event.Dial);
        _machine.Fire(Event.HangUp);
        Assert.Equal(["Dial: tone", "HangUp: null"], _log);
    }
}
