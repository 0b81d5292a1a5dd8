using Stateless;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class ParameterTests
{
    private readonly StateMachine<Call, Event> _machine = new(Call.OffHook);
    private readonly List<string> _log = [];

    [Fact]
    public void An_entry_action_gets_the_arguments_of_its_trigger()
    {
        var dial = _machine.SetTriggerParameters<string>(Event.Dial);
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        _machine.Configure(Call.Ringing)
            .OnEntryFrom(dial, number => _log.Add(number))
            .OnEntryFrom(dial, (number, step) => _log.Add($"{number} {step.Destination}"))
            .OnEntry(step => _log.Add($"{step.Parameters.Length} {step.Parameters[0]}"));
        _machine.Fire(dial, "1577");
        Assert.Equal(["1577", "1577 Ringing", "1 1577"], _log);
    }

    [Fact]
    public void Up_to_three_arguments_are_passed_in_order()
    {
        var dial = _machine.SetTriggerParameters<string, int>(Event.Dial);
        var hold = _machine.SetTriggerParameters<string, int, bool>(Event.Hold);
        _machine.Configure(Call.OffHook).Permit(Event.Dial, Call.Ringing);
        _machine.Configure(Call.Ringing).OnEntryFrom(dial, (number, line) => _log.Add($"{number} {line}")).Permit(Event.Hold, Call.OnHold);
        _machine.Configure(Call.OnHold).OnEntryFrom(hold, (number, line, music) => _log.Add($"{number} {line} {music}"));
        _machine.Fire(dial, "1577", 2);
        _machine.Fire(hold, "1577", 2, true);
        Assert.Equal(["1577 2", "1577 2 True"], _log);
    }

    [Fact]
    public void A_guard_may_use_the_arguments()
    {
        var dial = _machine.SetTriggerParameters<string, int>(Event.Dial);
        _machine.Configure(Call.OffHook)
            .PermitIf(dial, Call.Ringing, (_, line) => line == 1, "first line")
            .PermitIf(dial, Call.OnHold, Tuple.Create<Func<string, int, bool>, string>((_, line) => line == 2, "second line"));
        Assert.True(_machine.CanFire(dial, "1577", 1));
        Assert.False(_machine.CanFire(dial, "1577", 3, out var unmet));
        Assert.Equal(["first line", "second line"], unmet);
        _machine.Fire(dial, "1577", 2);
        Assert.Equal(Call.OnHold, _machine.State);
    }

    [Fact]
    public void Without_arguments_a_guard_sees_default_values()
    {
        var dial = _machine.SetTriggerParameters<string, int>(Event.Dial);
        _machine.Configure(Call.OffHook).PermitIf(dial, Call.Ringing, (number, line) => number is null && line == 0);
        Assert.True(_machine.CanFire(Event.Dial));
    }

    [Fact]
    public void A_guard_with_parameters_and_no_description_is_a_function_even_if_its_method_has_a_name()
    {
        var dial = _machine.SetTriggerParameters<int>(Event.Dial);
        _machine.Configure(Call.OffHook).PermitIf(dial, Call.Ringing, IsFirst);
        Assert.False(_machine.CanFire(dial, 2, out var unmet));
        Assert.Equal(["Function"], unmet);
    }

    [Fact]
    public void An_argument_of_another_type_is_refused()
    {
        var dial = _machine.SetTriggerParameters(Event.Dial, typeof(string), typeof(int));
        var error = Assert.Throws<ArgumentException>(() => _machine.Fire(dial, "1577", "two"));
        Assert.Equal("The argument in position 1 is of type System.String but must be of type System.Int32.", error.Message);
    }

    [Fact]
    public void A_missing_argument_is_refused()
    {
        var dial = _machine.SetTriggerParameters(Event.Dial, typeof(string), typeof(int));
        var error = Assert.Throws<ArgumentException>(() => _machine.Fire(dial, "1577"));
        Assert.Equal("An argument of type System.Int32 is required in position 1.", error.Message);
    }

    [Fact]
    public void A_surplus_argument_is_refused()
    {
        var dial = _machine.SetTriggerParameters(Event.Dial, typeof(string));
        var error = Assert.Throws<ArgumentException>(() => _machine.Fire(dial, "1577", 2));
        Assert.Equal("Too many parameters have been supplied. Expecting 1 but got 2.", error.Message);
    }

    [Fact]
    public void The_parameters_of_a_trigger_are_set_once()
    {
        _machine.SetTriggerParameters<string>(Event.Dial);
        var error = Assert.Throws<InvalidOperationException>(() => _machine.SetTriggerParameters<int>(Event.Dial));
        Assert.StartsWith("Parameters for the trigger 'Stateless.StateMachine`2+TriggerWithParameters`1[", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("]' have already been configured.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trigger_tells_the_types_of_its_arguments()
    {
        var dial = _machine.SetTriggerParameters<string, int>(Event.Dial);
        Assert.Equal(Event.Dial, dial.Trigger);
        Assert.Equal([typeof(string), typeof(int)], dial.ArgumentTypes);
    }

    private static bool IsFirst(int line) => line == 1;
}
