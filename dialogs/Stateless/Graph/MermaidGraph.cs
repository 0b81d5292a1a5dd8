using System.Globalization;
using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>The text of the drawing. Lines end as the operating system has them; there is none at the end.</summary>
    /// <param name="machineInfo">The machine, from <c>GetInfo</c>.</param>
    /// <param name="direction">The direction of flow; without one Mermaid decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">The direction is none of the four.</exception>
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        var graph = new StateGraph(machineInfo);
        var aliases = Aliases(graph);
        var text = new StringBuilder("stateDiagram-v2");
        if (direction is { } flow)
            text.AppendLine().Append("\tdirection ").Append(Code(flow));
        foreach (var (name, alias) in aliases.Where(alias => alias.Key != alias.Value))
            text.AppendLine().Append($"\t{alias} : {name}");

        foreach (var superstate in graph.Nodes.Where(node => node.Inside.Count > 0))
        {
            text.AppendLine().AppendLine($"\tstate {aliases[superstate.Name]} {{");
            foreach (var substate in superstate.Inside)
                text.AppendLine($"\t\t{aliases[substate.Name]}");
            text.Append("\t}");
        }

        foreach (var decision in graph.Decisions)
            text.AppendLine().Append($"\tstate {decision.Name} <<choice>>");
        foreach (var edge in graph.Edges)
            text.AppendLine().Append($"\t{Alias(edge.Source)} --> {Alias(edge.Destination)} : {edge.Label}");
        return text.AppendLine().Append($"[*] --> {Alias(graph.InitialState)}").ToString();

        string Alias(string name) => aliases.GetValueOrDefault(name, name);
    }

    // Mermaid reads no white space, colon or hyphen in a name: such a state gets another name, with its own as label.
    private static Dictionary<string, string> Aliases(StateGraph graph)
    {
        var aliases = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (var name in graph.Nodes.Select(node => node.Name))
        {
            var plain = string.Concat(name.Where(letter => !char.IsWhiteSpace(letter) && letter is not (':' or '-')));
            var alias = plain;
            for (var number = 1; plain != name && (graph.HasState(alias) || !taken.Add(alias)); number++)
                alias = string.Create(CultureInfo.InvariantCulture, $"{plain}_{number}");
            aliases.Add(name, alias);
        }

        return aliases;
    }

    private static string Code(MermaidGraphDirection direction) => direction switch
    {
        MermaidGraphDirection.LeftToRight => "LR",
        MermaidGraphDirection.RightToLeft => "RL",
        MermaidGraphDirection.TopToBottom => "TB",
        MermaidGraphDirection.BottomToTop => "BT",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, $"Unsupported MermaidGraphDirection: {direction}."),
    };
}
