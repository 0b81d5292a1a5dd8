using System.Globalization;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>A machine as nodes and edges, in the order in which drawings show them: superstates with what is inside them, then the rest.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<string, GraphNode> _nodes = [];
    private readonly List<GraphDecision> _decisions = [];
    private readonly List<GraphEdge> _edges = [];

    internal StateGraph(StateMachineInfo machine)
    {
        InitialState = machine.InitialState.ToString();
        foreach (var state in machine.States.Where(state => state.Superstate is null && state.Substates.Any()))
            AddTree(state);
        foreach (var state in machine.States)
            _nodes.TryAdd(state.ToString(), new GraphNode(state));
        foreach (var state in machine.States)
            AddEdges(state);
        foreach (var state in machine.States)
            NameEntryActions(state);
    }

    internal string InitialState { get; }

    internal IReadOnlyCollection<GraphNode> Nodes => _nodes.Values;

    internal IReadOnlyList<GraphDecision> Decisions => _decisions;

    internal IReadOnlyList<GraphEdge> Edges => _edges;

    internal bool HasState(string name) => _nodes.ContainsKey(name);

    private GraphNode AddTree(StateInfo state)
    {
        var node = new GraphNode(state);
        _nodes[node.Name] = node;
        foreach (var substate in state.Substates.Where(substate => !_nodes.ContainsKey(substate.ToString())))
            node.Add(AddTree(substate));
        return node;
    }

    private void AddEdges(StateInfo state)
    {
        var name = state.ToString();
        foreach (var move in state.FixedTransitions)
        {
            var edge = new GraphEdge(name, move.Trigger, move.DestinationState.ToString(), Descriptions(move)) { Enters = !move.IsInternalTransition };
            // Only an edge that returns to its own state names that state's general entry actions; elsewhere they stand in the node.
            if (edge.Enters && edge.Destination == edge.Source)
                edge.Actions.AddRange(state.EntryActions.Where(action => action.FromTrigger is null).Select(action => action.Method.Description));
            _edges.Add(edge);
        }

        foreach (var choice in state.DynamicTransitions)
            AddDecision(name, choice);
        foreach (var ignored in state.IgnoredTriggers)
            _edges.Add(new GraphEdge(name, ignored.Trigger, name, Descriptions(ignored)) { Enters = false });
    }

    private void AddDecision(string source, DynamicTransitionInfo choice)
    {
        var number = (_decisions.Count + 1).ToString(CultureInfo.InvariantCulture);
        var decision = new GraphDecision($"Decision{number}", choice.DestinationStateSelectorDescription.Description);
        _decisions.Add(decision);
        _edges.Add(new GraphEdge(source, choice.Trigger, decision.Name, Descriptions(choice)));
        foreach (var possible in choice.PossibleDestinationStates ?? [])
        {
            // A destination that the machine does not know otherwise is not drawn.
            if (_nodes.ContainsKey(possible.DestinationState))
                _edges.Add(new GraphEdge(decision.Name, choice.Trigger, possible.DestinationState, [possible.Criterion]));
        }
    }

    private void NameEntryActions(StateInfo state)
    {
        var arriving = _edges.Where(edge => edge.Enters && edge.Destination == state.ToString()).ToList();
        foreach (var action in state.EntryActions)
        {
            foreach (var edge in arriving.Where(edge => edge.Trigger == action.FromTrigger))
                edge.Actions.Add(action.Method.Description);
        }
    }

    private static List<string> Descriptions(TransitionInfo transition) =>
        [.. transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description)];
}
