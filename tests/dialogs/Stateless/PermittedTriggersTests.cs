using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

#pragma warning disable CS0618 // Obsolete in the package, and still there.
public class PermittedTriggersTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.Connected);

    [Fact]
    public void What_the_state_and_its_superstates_permit_is_listed_once()
    {
        _machine.Configure(Call.Ringing).Permit(Event.HangUp, Call.Ended).Permit(Event.Hold, Call.OnHold);
        _machine.Configure(Call.Connected)
            .SubstateOf(Call.Ringing)
            .Permit(Event.Hold, Call.OnHold)
            .PermitIf(Event.Dial, Call.OffHook, () => false)
            .InternalTransition(Event.SetVolume, () => { });
        Assert.Equal([Event.Hold, Event.SetVolume, Event.HangUp], _machine.PermittedTriggers);
    }

    [Fact]
    public void Guards_with_parameters_see_the_arguments_or_else_default_values()
    {
        var volume = _machine.SetTriggerParameters<int>(Event.SetVolume);
        _machine.Configure(Call.Connected).PermitIf(volume, Call.OnHold, level => level == 0);
        Assert.Equal([Event.SetVolume], _machine.GetPermittedTriggers());
        Assert.Equal([], _machine.GetPermittedTriggers(5));
    }
}
