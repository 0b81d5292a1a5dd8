using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Everything that is configured for one state.</summary>
    internal sealed partial class StateNode(TState state)
    {
        private readonly List<TriggerBehaviour> _behaviours = [];
        private readonly List<StateNode> _substates = [];
        private readonly List<EntryAction> _entryActions = [];
        private readonly List<ExitAction> _exitActions = [];
        private TState? _initialTarget;

        internal TState State { get; } = state;

        internal StateNode? Superstate { get; private set; }

        internal IReadOnlyList<TriggerBehaviour> Behaviours => _behaviours;

        internal IReadOnlyList<StateNode> Substates => _substates;

        internal IReadOnlyList<EntryAction> EntryActions => _entryActions;

        internal IReadOnlyList<ExitAction> ExitActions => _exitActions;

        internal bool HasInitialTransition { get; private set; }

        /// <summary>The first substate. Throws unless <see cref="HasInitialTransition"/>.</summary>
        internal TState InitialTarget => _initialTarget is { } target && HasInitialTransition
            ? target
            : throw new InvalidOperationException($"State '{State}' has no initial transition.");

        internal void Add(TriggerBehaviour behaviour) => _behaviours.Add(behaviour);

        internal void Add(EntryAction action) => _entryActions.Add(action);

        internal void Add(ExitAction action) => _exitActions.Add(action);

        internal void StartIn(TState substate)
        {
            _initialTarget = substate;
            HasInitialTransition = true;
        }

        internal void PlaceIn(StateNode superstate)
        {
            Superstate = superstate;
            superstate._substates.Add(this);
        }

        /// <summary>True for the state itself and for every superstate.</summary>
        internal bool IsWithin(TState state)
        {
            for (var node = this; node is not null; node = node.Superstate)
            {
                if (Same(node.State, state))
                    return true;
            }

            return false;
        }

        internal bool HasSubstate(TState state) => _substates.Exists(substate => Same(substate.State, state));

        private bool Contains(TState state)
        {
            if (Same(State, state))
                return true;
            foreach (var substate in _substates)
            {
                if (substate.Contains(state))
                    return true;
            }

            return false;
        }

        /// <summary>An action on entering the state; with a trigger, only when that one led here.</summary>
        internal sealed record EntryAction(Action<Transition, object?[]> Run, InvocationInfo Description, bool OnlyFromTrigger, TTrigger? Trigger);

        internal sealed record ExitAction(Action<Transition> Run, InvocationInfo Description);
    }
}
