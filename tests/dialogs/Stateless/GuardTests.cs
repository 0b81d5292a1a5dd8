using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class GuardTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.Ringing);

    [Fact]
    public void A_guarded_transition_happens_while_its_guard_is_met()
    {
        var lineIsFree = false;
        _machine.Configure(Call.Ringing).PermitIf(Event.Answer, Call.Connected, () => lineIsFree, "line is free");
        Assert.False(_machine.CanFire(Event.Answer));
        lineIsFree = true;
        Assert.True(_machine.CanFire(Event.Answer));
        _machine.Fire(Event.Answer);
        Assert.Equal(Call.Connected, _machine.State);
    }

    [Fact]
    public void An_unmet_guard_throws_with_trigger_state_and_description()
    {
        _machine.Configure(Call.Ringing).PermitIf(Event.Answer, Call.Connected, () => false, "line is free");
        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(Event.Answer));
        Assert.Equal(
            "Trigger 'Answer' is valid for transition from state 'Ringing' but a guard conditions are not met. Guard descriptions: 'line is free'.",
            error.Message);
    }

    [Fact]
    public void Every_unmet_guard_of_every_choice_is_named_once()
    {
        _machine.Configure(Call.Ringing)
            .PermitIf(Event.Answer, Call.Connected, Guard(false, "line is free"), Guard(true, "agent is there"), Guard(false, "paid"))
            .PermitIf(Event.Answer, Call.OnHold, Guard(false, "paid"), Guard(false, "music is chosen"));
        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(Event.Answer));
        Assert.Equal(
            "Trigger 'Answer' is valid for transition from state 'Ringing' but a guard conditions are not met. Guard descriptions: 'line is free, paid, music is chosen'.",
            error.Message);
    }

    [Fact]
    public void The_choice_whose_guards_are_all_met_is_taken()
    {
        _machine.Configure(Call.Ringing)
            .PermitIf(Event.Answer, Call.Connected, Guard(true, "line is free"), Guard(false, "agent is there"))
            .PermitIf(Event.Answer, Call.OnHold, Guard(true, "line is free"), Guard(true, "agent is away"));
        _machine.Fire(Event.Answer);
        Assert.Equal(Call.OnHold, _machine.State);
    }

    [Fact]
    public void Two_choices_whose_guards_are_met_throw()
    {
        _machine.Configure(Call.Ringing)
            .PermitIf(Event.Answer, Call.Connected, () => true, "line is free")
            .PermitIf(Event.Answer, Call.OnHold, () => true, "agent is away");
        const string message =
            "Multiple permitted exit transitions are configured from state 'Ringing' for trigger 'Answer'. Guard clauses must be mutually exclusive.";
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _machine.CanFire(Event.Answer)).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _machine.Fire(Event.Answer)).Message);
    }

    [Fact]
    public void Unmet_guards_can_be_asked_without_firing()
    {
        _machine.Configure(Call.Ringing)
            .PermitIf(Event.Answer, Call.Connected, () => false, "line is free")
            .Permit(Event.HangUp, Call.Ended);

        Assert.False(_machine.CanFire(Event.Answer, out var unmet));
        Assert.Equal(["line is free"], unmet);

        Assert.True(_machine.CanFire(Event.HangUp, out unmet));
        Assert.Equal([], unmet);

        Assert.False(_machine.CanFire(Event.Dial, out unmet));
        Assert.Null(unmet);
    }

    [Fact]
    public void A_guard_without_description_is_named_by_its_method_or_as_a_function()
    {
        _machine.Configure(Call.Ringing).PermitIf(Event.Answer, Call.Connected, LineIsFree).PermitIf(Event.Answer, Call.OnHold, () => false);
        Assert.False(_machine.CanFire(Event.Answer, out var unmet));
        Assert.Equal(["LineIsFree", "Function"], unmet);
    }

    [Fact]
    public void Two_nameless_guards_of_one_choice_are_both_counted()
    {
        _machine.Configure(Call.Ringing).PermitIf(Event.Answer, Call.Connected, Guard(false, "no"), Guard(false, "no"));
        Assert.False(_machine.CanFire(Event.Answer, out var unmet));
        Assert.Equal(["no", "no"], unmet);
    }

    [Fact]
    public void Every_guard_of_a_choice_is_asked_even_after_one_was_unmet()
    {
        var asked = 0;
        _machine.Configure(Call.Ringing).PermitIf(Event.Answer, Call.Connected, Guard(false, "line is free"), Tuple.Create(() => ++asked > 0, "counted"));
        Assert.False(_machine.CanFire(Event.Answer));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_superstate_that_permits_the_trigger_helps_out_where_the_state_does_not()
    {
        _machine.Configure(Call.Connected).Permit(Event.HangUp, Call.Ended);
        _machine.Configure(Call.Ringing).SubstateOf(Call.Connected).PermitIf(Event.HangUp, Call.OffHook, () => false, "may hang up");
        Assert.True(_machine.CanFire(Event.HangUp, out var unmet));
        Assert.Equal([], unmet);
        _machine.Fire(Event.HangUp);
        Assert.Equal(Call.Ended, _machine.State);
    }

    [Fact]
    public void The_unmet_guards_of_the_outermost_state_that_knows_the_trigger_are_named()
    {
        _machine.Configure(Call.OffHook);
        _machine.Configure(Call.Connected).SubstateOf(Call.OffHook).PermitIf(Event.HangUp, Call.Ended, () => false, "outer");
        _machine.Configure(Call.Ringing).SubstateOf(Call.Connected).PermitIf(Event.HangUp, Call.OffHook, () => false, "inner");
        Assert.False(_machine.CanFire(Event.HangUp, out var unmet));
        Assert.Equal(["outer"], unmet);
    }

    private static Tuple<Func<bool>, string> Guard(bool met, string description) => Tuple.Create(() => met, description);

    private static bool LineIsFree() => false;
}
