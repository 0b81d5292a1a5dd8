using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class EntryAndExitTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.OffHook);
    private readonly List<string> _log = [];

    [Fact]
    public void Exit_actions_run_before_the_state_changes_and_entry_actions_after()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).OnExit(() => _log.Add($"exit in {_machine.State}"));
        _machine.Configure(Call.Ringing).OnEntry(() => _log.Add($"entry in {_machine.State}"));
        _machine.Fire(Event.Dial);
        Assert.Equal(["exit in OffHook", "entry in Ringing"], _log);
    }

    [Fact]
    public void Actions_see_source_destination_and_trigger()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).OnExit(Log);
        _machine.Configure(Call.Ringing).OnEntry(Log);
        _machine.Fire(Event.Dial);
        Assert.Equal(["OffHook Dial Ringing 0", "OffHook Dial Ringing 0"], _log);
    }

    [Fact]
    public void An_entry_action_for_one_trigger_does_not_run_for_another()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing).Permit(Event.Resume, Call.Ringing);
        _machine.Configure(Call.Ringing)
            .OnEntryFrom(Event.Dial, () => _log.Add("dialled"))
            .OnEntryFrom(Event.Resume, step => _log.Add($"resumed from {step.Source}"));
        _machine.Fire(Event.Resume);
        Assert.Equal(["resumed from OffHook"], _log);
    }

    [Fact]
    public void Several_actions_run_in_the_order_of_configuration()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        _machine.Configure(Call.Ringing).OnEntry(() => _log.Add("first")).OnEntryFrom(Event.Dial, () => _log.Add("second")).OnEntry(() => _log.Add("third"));
        _machine.Fire(Event.Dial);
        Assert.Equal(["first", "second", "third"], _log);
    }

    [Fact]
    public void The_state_has_changed_already_when_an_entry_action_throws()
    {
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        _machine.Configure(Call.Ringing).OnEntry(() => throw new FormatException("no tone"));
        Assert.Throws<FormatException>(() => _machine.Fire(Event.Dial));
        Assert.Equal(Call.Ringing, _machine.State);
    }

    private void Log(StateMachine<Call, Event>.Transition step) =>
        _log.Add($"{step.Source} {step.Trigger} {step.Destination} {step.Parameters.Length}");
}
