namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>The trigger runs the action and leaves the state as it is: no exit, no entry, no transition reported.</summary>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration InternalTransition(TTrigger trigger, Action internalAction) =>
            Stay(trigger, TransitionGuard.Always, Run(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> entryAction) =>
            Stay(trigger, TransitionGuard.Always, Run(entryAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        public StateConfiguration InternalTransition<TArg0>(TTrigger trigger, Action<Transition> internalAction) =>
            Stay(trigger, TransitionGuard.Always, Run(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        public StateConfiguration InternalTransition<TArg0>(TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> internalAction) =>
            Stay(Underlying(trigger), TransitionGuard.Always, Run(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        public StateConfiguration InternalTransition<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1, Transition> internalAction) =>
            Stay(Underlying(trigger), TransitionGuard.Always, Run(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        public StateConfiguration InternalTransition<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2, Transition> internalAction) =>
            Stay(Underlying(trigger), TransitionGuard.Always, Run(internalAction));

        /// <summary>
        /// The trigger runs the action and leaves the state as it is, while the guard is met. A guard that takes an array gets the
        /// trigger's arguments, none if there are none.
        /// </summary>
        /// <exception cref="ArgumentNullException">The guard or the action is null.</exception>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object?[], bool> guard, Action internalAction, string? guardDescription = null) =>
            Stay(trigger, TransitionGuard.Of(guard, guardDescription), Run(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object?[], bool> guard, Action<Transition> entryAction, string? guardDescription = null) =>
            Stay(trigger, TransitionGuard.Of(guard, guardDescription), Run(entryAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0>(
            TTrigger trigger, Func<object?[], bool> guard, Action<Transition> internalAction, string? guardDescription = null) =>
            Stay(trigger, TransitionGuard.Of(guard, guardDescription), Run(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, Action<TArg0, Transition> internalAction, string? guardDescription = null) =>
            Stay(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), Run(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<object?[], bool> guard, Action<TArg0, TArg1, Transition> internalAction, string? guardDescription = null) =>
            Stay(Underlying(trigger), TransitionGuard.Of(guard, guardDescription), Run(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, Action<TArg0, TArg1, Transition> internalAction, string? guardDescription = null) =>
            Stay(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), Run(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<object?[], bool> guard, Action<TArg0, TArg1, TArg2, Transition> internalAction, string? guardDescription = null) =>
            Stay(Underlying(trigger), TransitionGuard.Of(guard, guardDescription), Run(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object?[], bool}, Action, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard, Action<TArg0, TArg1, TArg2, Transition> internalAction, string? guardDescription = null) =>
            Stay(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), Run(internalAction));

        private StateConfiguration Stay(TTrigger trigger, TransitionGuard guard, Action<Transition, object?[]> action) =>
            Add(new InternalBehaviour(trigger, guard, action));
    }
}
