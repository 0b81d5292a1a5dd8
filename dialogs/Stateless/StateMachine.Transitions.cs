namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private void Handle(TTrigger trigger, object?[] args)
    {
        if (_parameters.TryGetValue(trigger, out var parameters))
            parameters.ValidateParameters(args);

        var source = State;
        var node = Node(source);
        var behaviour = node.Find(trigger, args, explain: true, out var unmetGuards);
        switch (behaviour)
        {
            case null:
                _unhandledTrigger(source, trigger, unmetGuards);
                break;
            case InternalBehaviour stay:
                stay.Action(new Transition(source, source, trigger, args), args);
                break;
            case ReentryBehaviour again:
                Reenter(node, new Transition(source, again.Destination, trigger, args));
                break;
            case DynamicBehaviour dynamic:
                Move(node, new Transition(source, dynamic.Selector(args), trigger, args));
                break;
            // A superstate's transition into the substate that we are in already changes nothing.
            case FixedBehaviour move when !Same(source, move.Destination):
                Move(node, new Transition(source, move.Destination, trigger, args));
                break;
        }
    }

    private void Move(StateNode from, Transition transition)
    {
        from.Exit(transition);
        State = transition.Destination;
        var rest = Enter(Node(transition.Destination), transition, notify: true);
        if (!Same(rest.State, State))
            State = rest.State;
        _transitionCompleted?.Invoke(new Transition(transition.Source, State, transition.Trigger, transition.Parameters));
    }

    // Reentry configured on a superstate leads from the substate into that superstate: both are left before it is entered.
    private void Reenter(StateNode from, Transition transition)
    {
        from.Exit(transition);
        var node = Node(transition.Destination);
        if (!transition.IsReentry)
        {
            transition = new Transition(transition.Destination, transition.Destination, transition.Trigger, transition.Parameters);
            node.Exit(transition);
        }

        var rest = Enter(node, transition, notify: true);
        _transitionCompleted?.Invoke(transition);
        State = rest.State;
    }

    // Enters the state and then, one after the other, the substates to which initial transitions lead.
    private StateNode Enter(StateNode node, Transition transition, bool notify)
    {
        if (notify)
            _transitioned?.Invoke(transition);
        node.Enter(transition);

        // An entry action that fired a trigger at once has taken the machine elsewhere.
        if (_firingMode == FiringMode.Immediate && !Same(State, transition.Destination))
        {
            node = Node(State);
            transition = new Transition(transition.Source, State, transition.Trigger, transition.Parameters);
        }

        if (!node.HasInitialTransition)
            return node;
        // Fired at once, the package takes the superstate for a state reached meanwhile, enters it again and never ends.
        if (_firingMode == FiringMode.Immediate)
            throw new InvalidOperationException($"State '{node.State}' has an initial transition, which immediate firing cannot follow. Use FiringMode.Queued.");
        if (!node.HasSubstate(node.InitialTarget))
            throw new InvalidOperationException($"The target ({node.InitialTarget}) for the initial transition is not a substate.");

        _transitioned?.Invoke(new Transition(transition.Destination, node.InitialTarget, transition.Trigger, transition.Parameters));
        return Enter(Node(node.InitialTarget), new InitialTransition(transition.Source, node.InitialTarget, transition.Trigger, transition.Parameters), notify: false);
    }

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);
}
