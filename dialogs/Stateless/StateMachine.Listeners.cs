namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>
    /// Calls the action at every transition, after the old state was left and before the new one's entry actions.
    /// Internal transitions and ignored triggers are none. Several actions are called in the order of their registration.
    /// </summary>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    /// <summary>Calls the action at every transition, after all entry actions, with the state at which the machine came to rest.</summary>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnTransitionCompleted(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitionCompleted += onTransitionAction;
    }

    /// <summary>Replaces the exception that a trigger causes where it is not permitted.</summary>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandledTrigger = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>
    /// Replaces the exception that a trigger causes where it is not permitted. The action also gets the descriptions of the guards
    /// that were not met, or null if the trigger is not configured at all.
    /// </summary>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>?> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandledTrigger = unhandledTriggerAction;
    }

    private static void RefuseTrigger(TState state, TTrigger trigger, ICollection<string>? unmetGuards) =>
        throw new InvalidOperationException(unmetGuards is { Count: > 0 }
            ? $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. Guard descriptions: '{string.Join(", ", unmetGuards)}'."
            : $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. Consider ignoring the trigger.");
}
