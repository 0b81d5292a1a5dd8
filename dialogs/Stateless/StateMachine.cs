using Stateless.Reflection;

namespace Stateless;

/// <summary>
/// A hierarchical state machine: states, the triggers that each permits, and the actions on the way.
/// It is configured once by <see cref="Configure"/> and then driven by <see cref="Fire(TTrigger)"/>. Not safe for use by several threads at once.
/// </summary>
/// <typeparam name="TState">States are told apart by <see cref="object.Equals(object)"/>.</typeparam>
/// <typeparam name="TTrigger">Triggers are told apart by <see cref="object.Equals(object)"/>.</typeparam>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateNode> _nodes = [];
    private readonly Func<TState> _readState;
    private readonly Action<TState> _writeState;
    private readonly TState _initialState;
    private readonly FiringMode _firingMode;
    private Action<Transition>? _transitioned;
    private Action<Transition>? _transitionCompleted;
    private Action<TState, TTrigger, ICollection<string>?> _unhandledTrigger = RefuseTrigger;

    /// <summary>A machine that keeps its own state and queues triggers fired by actions.</summary>
    public StateMachine(TState initialState)
        : this(initialState, FiringMode.Queued)
    {
    }

    /// <summary>A machine that keeps its own state.</summary>
    public StateMachine(TState initialState, FiringMode firingMode)
    {
        var current = initialState;
        _readState = () => current;
        _writeState = state => current = state;
        _initialState = initialState;
        _firingMode = firingMode;
    }

    /// <summary>A machine whose state lies elsewhere, and that queues triggers fired by actions.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    /// <summary>
    /// A machine whose state lies elsewhere. The accessor is called once at once: what it answers is the initial state that
    /// <see cref="GetInfo"/> reports.
    /// </summary>
    /// <exception cref="ArgumentNullException">Either delegate is null.</exception>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _readState = stateAccessor;
        _writeState = stateMutator;
        _initialState = stateAccessor();
        _firingMode = firingMode;
    }

    /// <summary>The current state, read from where it lies.</summary>
    public TState State
    {
        get => _readState();
        private set => _writeState(value);
    }

    private StateNode Current => Node(State);

    /// <summary>Begins, or continues, the configuration of a state.</summary>
    public StateConfiguration Configure(TState state) => new(this, Node(state));

    /// <summary>True in the state itself and in every substate of it, however deep.</summary>
    public bool IsInState(TState state) => Current.IsWithin(state);

    /// <summary>The current state and the triggers that it permits now, for people to read.</summary>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, PermittedTriggers = {{ {string.Join(", ", Current.PermittedTriggers([]))} }}}}";

    private StateNode Node(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
            _nodes.Add(state, node = new StateNode(state));
        return node;
    }
}
