using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>
        /// The trigger leads to the state that the selector names when it is fired; that may be this state, which is then entered again.
        /// Drawings know only the destinations that are declared in <paramref name="possibleDestinationStates"/>.
        /// </summary>
        /// <exception cref="ArgumentNullException">The trigger or the selector is null.</exception>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var description = new InvocationInfo(destinationStateSelector, destinationStateSelectorDescription);
            return Select(trigger, TriggerArguments.Pack(destinationStateSelector), description, TransitionGuard.None, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var description = new InvocationInfo(destinationStateSelector, destinationStateSelectorDescription);
            return Select(Underlying(trigger), TriggerArguments.Pack(destinationStateSelector), description, TransitionGuard.None, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var description = new InvocationInfo(destinationStateSelector, destinationStateSelectorDescription);
            return Select(Underlying(trigger), TriggerArguments.Pack(destinationStateSelector), description, TransitionGuard.None, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var description = new InvocationInfo(destinationStateSelector, destinationStateSelectorDescription);
            return Select(Underlying(trigger), TriggerArguments.Pack(destinationStateSelector), description, TransitionGuard.None, possibleDestinationStates);
        }

        private StateConfiguration Select(
            TTrigger trigger, Func<object?[], TState> selector, InvocationInfo description, TransitionGuard guard, DynamicStateInfos? destinations) =>
            Add(new DynamicBehaviour(trigger, guard, selector, DynamicTransitionInfo.Create(trigger, guard.Descriptions, description, destinations)));

        // With a guard, the selector is described as the wrapped function that it becomes: "Function", unless it has a description.
        private StateConfiguration SelectIf(
            TTrigger trigger, Func<object?[], TState> selector, string? description, TransitionGuard guard, DynamicStateInfos? destinations) =>
            Select(trigger, selector, new InvocationInfo(selector, description), guard, destinations);
    }
}
