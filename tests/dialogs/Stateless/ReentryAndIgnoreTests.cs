using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class ReentryAndIgnoreTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.Connected);
    private readonly List<string> _log = [];

    [Fact]
    public void Reentry_leaves_and_enters_the_state()
    {
        _machine.Configure(Call.Connected).PermitReentry(Event.Resume).OnEntry(Log).OnExit(Log);
        _machine.Fire(Event.Resume);
        Assert.Equal(["Connected>Connected", "Connected>Connected"], _log);
    }

    [Fact]
    public void Reentry_does_not_touch_the_superstate()
    {
        _machine.Configure(Call.Ringing).OnEntry(Log).OnExit(Log);
        _machine.Configure(Call.Connected).SubstateOf(Call.Ringing).PermitReentry(Event.Resume);
        _machine.Fire(Event.Resume);
        Assert.Empty(_log);
    }

    [Fact]
    public void Reentry_of_the_superstate_leaves_the_substate_behind()
    {
        _machine.Configure(Call.Ringing).PermitReentry(Event.Resume).OnEntry(Log).OnExit(Log);
        _machine.Configure(Call.Connected).SubstateOf(Call.Ringing).OnExit(Log);
        _machine.OnTransitioned(Log);
        _machine.Fire(Event.Resume);
        Assert.Equal(Call.Ringing, _machine.State);
        Assert.Equal(["Connected>Ringing", "Ringing>Ringing", "Ringing>Ringing", "Ringing>Ringing"], _log);
    }

    [Fact]
    public void Reentry_may_be_guarded()
    {
        _machine.Configure(Call.Connected)
            .PermitReentryIf(Event.Resume, () => false, "music is off")
            .PermitReentryIf(Event.Hold, Tuple.Create(() => true, "music is on"));
        Assert.False(_machine.CanFire(Event.Resume, out var unmet));
        Assert.Equal(["music is off"], unmet);
        Assert.True(_machine.CanFire(Event.Hold));
    }

    [Fact]
    public void An_ignored_trigger_is_permitted_and_does_nothing()
    {
        _machine.Configure(Call.Connected).Ignore(Event.Dial).OnEntry(Log).OnExit(Log);
        _machine.OnTransitioned(Log);
        Assert.True(_machine.CanFire(Event.Dial));
        _machine.Fire(Event.Dial);
        Assert.Equal(Call.Connected, _machine.State);
        Assert.Empty(_log);
    }

    [Fact]
    public void Ignoring_may_be_guarded()
    {
        var muted = true;
        _machine.Configure(Call.Connected)
            .IgnoreIf(Event.Dial, () => muted, "muted")
            .PermitIf(Event.Dial, Call.Ringing, Tuple.Create(() => !muted, "not muted"));
        _machine.Fire(Event.Dial);
        Assert.Equal(Call.Connected, _machine.State);
        muted = false;
        _machine.Fire(Event.Dial);
        Assert.Equal(Call.Ringing, _machine.State);
    }

    [Fact]
    public void A_substate_may_ignore_what_its_superstate_permits()
    {
        _machine.Configure(Call.Ringing).Permit(Event.HangUp, Call.Ended);
        _machine.Configure(Call.Connected).SubstateOf(Call.Ringing).Ignore(Event.HangUp);
        _machine.Fire(Event.HangUp);
        Assert.Equal(Call.Connected, _machine.State);
    }

    private void Log(StateMachine<Call, Event>.Transition step) => _log.Add($"{step.Source}>{step.Destination}");
}
