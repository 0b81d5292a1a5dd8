namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>
    /// The configuration of one state; every method answers the same object, so that a state reads as one chain.
    /// Guards must be free of effects: they are asked whenever the trigger is fired, and whenever somebody asks whether it could be.
    /// Descriptions appear in messages and drawings; without one, the name of the method stands there, or "Function" for a lambda.
    /// </summary>
    public partial class StateConfiguration
    {
        private readonly StateNode _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, StateNode node)
        {
            Machine = machine;
            _node = node;
        }

        /// <summary>The state that is configured.</summary>
        public TState State => _node.State;

        /// <summary>The machine to which it belongs.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>
        /// Places the state inside a superstate: triggers that it does not handle are handled there, and moving between substates
        /// neither leaves nor enters the superstate.
        /// </summary>
        /// <exception cref="ArgumentException">The state is, or lies around, its own superstate.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            if (Same(State, superstate))
                throw new ArgumentException($"Configuring {State} as a substate of {superstate} creates an illegal cyclic configuration.");
            var target = Machine.Node(superstate);
            for (var outer = target.Superstate; outer is not null; outer = outer.Superstate)
            {
                if (Same(outer.State, State))
                    throw new ArgumentException($"Configuring {State} as a substate of {superstate} creates an illegal nested cyclic configuration.");
            }

            _node.PlaceIn(target);
            return this;
        }

        /// <summary>Names the substate in which the machine begins when it enters this state. It must be a direct substate when the machine gets there.</summary>
        /// <exception cref="InvalidOperationException">A first substate has been named before.</exception>
        /// <exception cref="ArgumentException">The target is the state itself.</exception>
        public StateConfiguration InitialTransition(TState targetState)
        {
            if (_node.HasInitialTransition)
                throw new InvalidOperationException($"This state has already been configured with an initial transition ({_node.InitialTarget}).");
            if (Same(State, targetState))
                throw new ArgumentException("Setting the current state as the target destination state is not allowed.", nameof(targetState));
            _node.StartIn(targetState);
            return this;
        }

        private StateConfiguration Add(TriggerBehaviour behaviour)
        {
            _node.Add(behaviour);
            return this;
        }

        private static TTrigger Underlying(TriggerWithParameters trigger)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return trigger.Trigger;
        }
    }
}
