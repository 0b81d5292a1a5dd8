using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>One state in a drawing, with the states drawn inside it.</summary>
internal sealed class GraphNode(StateInfo state)
{
    private readonly List<GraphNode> _inside = [];

    internal string Name { get; } = state.ToString();

    internal bool IsInside { get; private set; }

    internal IReadOnlyList<GraphNode> Inside => _inside;

    /// <summary>The actions on entering by any trigger.</summary>
    internal IReadOnlyList<string> EntryActions { get; } =
        [.. state.EntryActions.Where(action => action.FromTrigger is null).Select(action => action.Method.Description)];

    internal IReadOnlyList<string> ExitActions { get; } = [.. state.ExitActions.Select(action => action.Description)];

    internal void Add(GraphNode node)
    {
        _inside.Add(node);
        node.IsInside = true;
    }
}

/// <summary>The point from which a dynamic transition branches.</summary>
internal sealed record GraphDecision(string Name, string Description);
