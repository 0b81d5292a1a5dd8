namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>The trigger leads to another state.</summary>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            Move(trigger, destinationState, TransitionGuard.None);

        /// <summary>The trigger leads to another state while the guard is met. Of several guards for one trigger only one may be met at a time.</summary>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Move(trigger, destinationState, TransitionGuard.Of(guard, guardDescription));

        /// <summary>The trigger leads to another state while all guards are met; each comes with its description.</summary>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards) =>
            Move(trigger, destinationState, TransitionGuard.Of(guards));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, bool> guard, string? guardDescription = null) =>
            Move(Underlying(trigger), destinationState, TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Move(Underlying(trigger), destinationState, TransitionGuard.Of(guards, TriggerArguments.Pack));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState, Func<TArg0, TArg1, bool> guard, string? guardDescription = null) =>
            Move(Underlying(trigger), destinationState, TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Move(Underlying(trigger), destinationState, TransitionGuard.Of(guards, TriggerArguments.Pack));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState, Func<TArg0, TArg1, TArg2, bool> guard, string? guardDescription = null) =>
            Move(Underlying(trigger), destinationState, TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Move(Underlying(trigger), destinationState, TransitionGuard.Of(guards, TriggerArguments.Pack));

        private StateConfiguration Move(TTrigger trigger, TState destination, TransitionGuard guard) => Same(State, destination)
            ? throw new ArgumentException(
                "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().")
            : Add(new FixedBehaviour(trigger, guard, destination));
    }
}
