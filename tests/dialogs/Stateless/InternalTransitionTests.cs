using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class InternalTransitionTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.Connected);
    private readonly List<string> _log = [];

    [Fact]
    public void An_internal_transition_runs_its_action_and_nothing_else()
    {
        _machine.Configure(Call.Connected)
            .InternalTransition(Event.SetVolume, () => _log.Add("louder"))
            .OnEntry(() => _log.Add("entry")).OnExit(() => _log.Add("exit"));
        _machine.OnTransitioned(_ => _log.Add("transitioned"));
        _machine.OnTransitionCompleted(_ => _log.Add("completed"));
        _machine.Fire(Event.SetVolume);
        Assert.Equal(["louder"], _log);
        Assert.Equal(Call.Connected, _machine.State);
    }

    [Fact]
    public void Its_action_sees_the_substate_in_which_the_machine_is()
    {
        _machine.Configure(Call.Ringing).InternalTransition(Event.SetVolume, step => _log.Add($"{step.Source} {step.Trigger} {step.Destination}"));
        _machine.Configure(Call.Connected).SubstateOf(Call.Ringing);
        _machine.Fire(Event.SetVolume);
        Assert.Equal(["Connected SetVolume Connected"], _log);
    }

    [Fact]
    public void Its_action_gets_the_arguments()
    {
        var volume = _machine.SetTriggerParameters<int>(Event.SetVolume);
        var dial = _machine.SetTriggerParameters<int, string>(Event.Dial);
        var hold = _machine.SetTriggerParameters<int, string, bool>(Event.Hold);
        _machine.Configure(Call.Connected)
            .InternalTransition(volume, (level, _) => _log.Add($"{level}"))
            .InternalTransition(dial, (number, name, _) => _log.Add($"{number} {name}"))
            .InternalTransition(hold, (number, name, music, _) => _log.Add($"{number} {name} {music}"));
        _machine.Fire(volume, 7);
        _machine.Fire(dial, 15, "Kim");
        _machine.Fire(hold, 15, "Kim", true);
        Assert.Equal(["7", "15 Kim", "15 Kim True"], _log);
    }

    [Fact]
    public void It_may_be_guarded_by_the_arguments()
    {
        var volume = _machine.SetTriggerParameters<int>(Event.SetVolume);
        _machine.Configure(Call.Connected).InternalTransitionIf(volume, level => level <= 10, (level, _) => _log.Add($"{level}"), "not too loud");
        _machine.Fire(volume, 10);
        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(volume, 11));
        Assert.Equal(
            "Trigger 'SetVolume' is valid for transition from state 'Connected' but a guard conditions are not met. Guard descriptions: 'not too loud'.",
            error.Message);
        Assert.Equal(["10"], _log);
    }

    [Fact]
    public void An_untyped_guard_gets_the_arguments_as_an_array()
    {
        _machine.Configure(Call.Connected)
            .InternalTransitionIf(Event.SetVolume, args => args.Length == 0, () => _log.Add("none"))
            .InternalTransitionIf(Event.SetVolume, args => args.Length == 1, step => _log.Add($"{step.Parameters[0]}"));
        _machine.Fire(Event.SetVolume);
        _machine.Fire(new StateMachine<Call, Event>.TriggerWithParameters(Event.SetVolume), 3);
        Assert.Equal(["none", "3"], _log);
    }

    [Fact]
    public void It_needs_an_action()
    {
        Assert.Throws<ArgumentNullException>(() => _machine.Configure(Call.Connected).InternalTransition(Event.SetVolume, (Action)null!));
    }
}
