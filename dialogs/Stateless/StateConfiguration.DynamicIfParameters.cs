using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>The trigger leads to the state that the selector names when it is fired. No destination is declared to drawings.</summary>
        /// <exception cref="ArgumentNullException">The trigger or the selector is null.</exception>
        public StateConfiguration PermitDynamicIf<TArg0>(TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.None, null);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guard, guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guards), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            Func<TArg0, bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<TArg0, bool>, string>[] guards) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guards, TriggerArguments.Pack), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guard, guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guards), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<TArg0, TArg1, bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, bool>, string>[] guards,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guards, TriggerArguments.Pack), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guard, guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guards), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<TArg0, TArg1, TArg2, bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(Underlying(trigger), Pack(destinationStateSelector), null, TransitionGuard.Of(guards, TriggerArguments.Pack), possibleDestinationStates);

        private static Func<object?[], TState> Pack<TArg0>(Func<TArg0, TState> destinationStateSelector)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return TriggerArguments.Pack(destinationStateSelector);
        }

        private static Func<object?[], TState> Pack<TArg0, TArg1>(Func<TArg0, TArg1, TState> destinationStateSelector)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return TriggerArguments.Pack(destinationStateSelector);
        }

        private static Func<object?[], TState> Pack<TArg0, TArg1, TArg2>(Func<TArg0, TArg1, TArg2, TState> destinationStateSelector)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return TriggerArguments.Pack(destinationStateSelector);
        }
    }
}
