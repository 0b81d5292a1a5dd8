using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>One arrow in a drawing.</summary>
internal sealed class GraphEdge(string source, TriggerInfo trigger, string destination, IReadOnlyList<string> guards)
{
    internal string Source { get; } = source;

    internal string Trigger { get; } = trigger.ToString();

    internal string Destination { get; } = destination;

    /// <summary>False for internal transitions and ignored triggers, which run no entry action.</summary>
    internal bool Enters { get; init; } = true;

    /// <summary>The actions to name on the arrow.</summary>
    internal List<string> Actions { get; } = [];

    /// <summary>Trigger, actions and guards, as in <c>Dial / ring, light [line free]</c>.</summary>
    internal string Label
    {
        get
        {
            var label = Actions.Count == 0 ? Trigger : $"{Trigger} / {string.Join(", ", Actions)}";
            var conditions = string.Join(' ', guards.Select(guard => $"[{guard}]"));
            return label.Length == 0 || conditions.Length == 0 ? label + conditions : $"{label} {conditions}";
        }
    }
}
