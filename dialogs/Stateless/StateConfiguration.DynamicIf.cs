using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>
        /// While the guard is met, the trigger leads to the state that the selector names when it is fired; that may be this state, which is
        /// then entered again. Drawings know only the destinations that are declared in <paramref name="possibleDestinationStates"/>.
        /// </summary>
        /// <exception cref="ArgumentNullException">The trigger, the selector or the guard is null.</exception>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(trigger, Pack(destinationStateSelector), null, TransitionGuard.Of(guard, guardDescription), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            SelectIf(trigger, Pack(destinationStateSelector), destinationStateSelectorDescription, TransitionGuard.Of(guard, guardDescription), possibleDestinationStates);

        /// <summary>
        /// While all guards are met, the trigger leads to the state that the selector names when it is fired; each guard comes with its
        /// description. Drawings know only the destinations that are declared in <paramref name="possibleDestinationStates"/>.
        /// </summary>
        /// <exception cref="ArgumentNullException">The trigger, the selector or a guard is null.</exception>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            SelectIf(trigger, Pack(destinationStateSelector), null, TransitionGuard.Of(guards), possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos?, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            SelectIf(trigger, Pack(destinationStateSelector), destinationStateSelectorDescription, TransitionGuard.Of(guards), possibleDestinationStates);

        private static Func<object?[], TState> Pack(Func<TState> destinationStateSelector)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return TriggerArguments.Pack(destinationStateSelector);
        }
    }
}
