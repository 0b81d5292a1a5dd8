using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state does with one trigger, if the guard is met.</summary>
    internal abstract class TriggerBehaviour(TTrigger trigger, TransitionGuard guard)
    {
        internal TTrigger Trigger { get; } = trigger;

        internal TransitionGuard Guard { get; } = guard;
    }

    internal sealed class FixedBehaviour(TTrigger trigger, TransitionGuard guard, TState destination) : TriggerBehaviour(trigger, guard)
    {
        internal TState Destination { get; } = destination;
    }

    internal sealed class ReentryBehaviour(TTrigger trigger, TransitionGuard guard, TState destination) : TriggerBehaviour(trigger, guard)
    {
        internal TState Destination { get; } = destination;
    }

    internal sealed class DynamicBehaviour(TTrigger trigger, TransitionGuard guard, Func<object?[], TState> selector, DynamicTransitionInfo info)
        : TriggerBehaviour(trigger, guard)
    {
        internal Func<object?[], TState> Selector { get; } = selector;

        internal DynamicTransitionInfo Info { get; } = info;
    }

    internal sealed class InternalBehaviour(TTrigger trigger, TransitionGuard guard, Action<Transition, object?[]> action) : TriggerBehaviour(trigger, guard)
    {
        internal Action<Transition, object?[]> Action { get; } = action;
    }

    internal sealed class IgnoredBehaviour(TTrigger trigger, TransitionGuard guard) : TriggerBehaviour(trigger, guard);
}
