namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The triggers that the current state and its superstates permit now, without arguments.</summary>
    [Obsolete("The package marks this obsolete too, since guards may be asynchronous there. Ask CanFire.")]
    public IEnumerable<TTrigger> PermittedTriggers => Current.PermittedTriggers([]);

    /// <summary>The triggers that the current state and its superstates permit now; guards with parameters see the given arguments.</summary>
    [Obsolete("The package marks this obsolete too, since guards may be asynchronous there. Ask CanFire.")]
    public IEnumerable<TTrigger> GetPermittedTriggers(params object?[] args) => Current.PermittedTriggers(args);

    /// <summary>True if the trigger would be handled now. Guards with parameters see default values.</summary>
    /// <exception cref="InvalidOperationException">Several transitions are permitted at once.</exception>
    public bool CanFire(TTrigger trigger) => CanHandle(trigger, []);

    /// <summary>True if the trigger would be handled now with this argument.</summary>
    /// <exception cref="InvalidOperationException">Several transitions are permitted at once.</exception>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) =>
        CanHandle(Underlying(trigger), [arg0]);

    /// <inheritdoc cref="CanFire{TArg0}(TriggerWithParameters{TArg0}, TArg0)"/>
    public bool CanFire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1) =>
        CanHandle(Underlying(trigger), [arg0, arg1]);

    /// <inheritdoc cref="CanFire{TArg0}(TriggerWithParameters{TArg0}, TArg0)"/>
    public bool CanFire<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        CanHandle(Underlying(trigger), [arg0, arg1, arg2]);

    /// <summary>
    /// True if the trigger would be handled now; if not, <paramref name="unmetGuards"/> holds the descriptions of the guards that stand
    /// in the way, or null if the trigger is not configured here.
    /// </summary>
    /// <exception cref="InvalidOperationException">Several transitions are permitted at once.</exception>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards) => CanHandle(trigger, [], out unmetGuards);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string}?)"/>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0, out ICollection<string>? unmetGuards) =>
        CanHandle(Underlying(trigger), [arg0], out unmetGuards);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string}?)"/>
    public bool CanFire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1, out ICollection<string>? unmetGuards) =>
        CanHandle(Underlying(trigger), [arg0, arg1], out unmetGuards);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string}?)"/>
    public bool CanFire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2, out ICollection<string>? unmetGuards) =>
        CanHandle(Underlying(trigger), [arg0, arg1, arg2], out unmetGuards);

    private bool CanHandle(TTrigger trigger, object?[] args) => Current.Find(trigger, args, explain: false, out _) is not null;

    private bool CanHandle(TTrigger trigger, object?[] args, out ICollection<string>? unmetGuards)
    {
        var found = Current.Find(trigger, args, explain: true, out var unmet) is not null;
        unmetGuards = found ? [] : unmet;
        return found;
    }

    private static TTrigger Underlying(TriggerWithParameters trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return trigger.Trigger;
    }
}
