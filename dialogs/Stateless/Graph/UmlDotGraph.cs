using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine in the DOT language of Graphviz, in the manner of UML.</summary>
public static class UmlDotGraph
{
    /// <summary>The text of the drawing. Lines end as the operating system has them; there is none at the end.</summary>
    public static string Format(StateMachineInfo machineInfo)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        var graph = new StateGraph(machineInfo);
        var text = new StringBuilder()
            .AppendLine("digraph {").AppendLine("compound=true;").AppendLine("node [shape=Mrecord]").AppendLine("rankdir=\"LR\"");
        foreach (var superstate in graph.Nodes.Where(node => node.Inside.Count > 0))
            AppendCluster(text, superstate);
        foreach (var state in graph.Nodes.Where(node => node.Inside.Count == 0 && !node.IsInside))
            AppendState(text, state);
        foreach (var decision in graph.Decisions)
            text.AppendLine($"\"{Escape(decision.Name)}\" [shape = \"diamond\", label = \"{Escape(decision.Description)}\"];");
        foreach (var edge in graph.Edges)
            text.AppendLine().Append($"\"{Escape(edge.Source)}\" -> \"{Escape(edge.Destination)}\" [style=\"solid\", label=\"{Escape(edge.Label)}\"];");
        return text.AppendLine().AppendLine(" init [label=\"\", shape=point];")
            .AppendLine($" init -> \"{Escape(graph.InitialState)}\"[style = \"solid\"]")
            .Append('}').ToString();
    }

    private static void AppendCluster(StringBuilder text, GraphNode superstate)
    {
        var name = Escape(superstate.Name);
        var actions = Actions(superstate).ToList();
        var label = actions.Count == 0 ? name : string.Join("\\n", [name, "----------", .. actions]);
        text.AppendLine().AppendLine($"subgraph \"cluster{name}\"").AppendLine("\t{").AppendLine($"\tlabel = \"{label}\"");
        foreach (var substate in superstate.Inside)
            AppendState(text, substate);
        text.AppendLine("}");
    }

    private static void AppendState(StringBuilder text, GraphNode state)
    {
        var name = Escape(state.Name);
        var actions = string.Join("\\n", Actions(state));
        text.AppendLine($"\"{name}\" [label=\"{name}{(actions.Length == 0 ? "" : "|")}{actions}\"];");
    }

    private static IEnumerable<string> Actions(GraphNode state) =>
        state.EntryActions.Select(action => $"entry / {Escape(action)}").Concat(state.ExitActions.Select(action => $"exit / {Escape(action)}"));

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
