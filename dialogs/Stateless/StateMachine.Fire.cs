namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object?[] Arguments)> _waiting = new(0);
    private bool _firing;

    /// <summary>Handles the trigger in the current state, or in the nearest of its superstates that permits it.</summary>
    /// <exception cref="InvalidOperationException">The trigger is not permitted, or a guard is not met, or several transitions are permitted at once.</exception>
    public void Fire(TTrigger trigger) => Enqueue(trigger, []);

    /// <summary>Handles a trigger with arguments whose types are checked when it is fired.</summary>
    /// <exception cref="ArgumentNullException">The trigger is null.</exception>
    /// <exception cref="ArgumentException">An argument is missing, surplus or of another type.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Fire(TTrigger)"/>.</exception>
    public void Fire(TriggerWithParameters trigger, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Enqueue(trigger.Trigger, args);
    }

    /// <summary>Handles a trigger with one argument.</summary>
    /// <exception cref="ArgumentNullException">The trigger is null.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Fire(TTrigger)"/>.</exception>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Enqueue(trigger.Trigger, [arg0]);
    }

    /// <summary>Handles a trigger with two arguments.</summary>
    /// <exception cref="ArgumentNullException">The trigger is null.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Fire(TTrigger)"/>.</exception>
    public void Fire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Enqueue(trigger.Trigger, [arg0, arg1]);
    }

    /// <summary>Handles a trigger with three arguments.</summary>
    /// <exception cref="ArgumentNullException">The trigger is null.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Fire(TTrigger)"/>.</exception>
    public void Fire<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Enqueue(trigger.Trigger, [arg0, arg1, arg2]);
    }

    private void Enqueue(TTrigger trigger, object?[] args)
    {
        if (_firingMode == FiringMode.Immediate)
        {
            Handle(trigger, args);
            return;
        }

        _waiting.Enqueue((trigger, args));
        if (_firing)
            return;

        // When a handler throws, triggers that still wait stay in the queue: the next one fired comes after them.
        _firing = true;
        try
        {
            while (_waiting.TryDequeue(out var next))
                Handle(next.Trigger, next.Arguments);
        }
        finally
        {
            _firing = false;
        }
    }
}
