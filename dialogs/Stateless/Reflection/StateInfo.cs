namespace Stateless.Reflection;

/// <summary>A state and what is configured for it, as reflection shows it.</summary>
public class StateInfo
{
    internal StateInfo(object underlyingState) => UnderlyingState = underlyingState;

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The state around this one, or null.</summary>
    public StateInfo? Superstate { get; internal set; }

    /// <summary>The states directly inside this one.</summary>
    public IEnumerable<StateInfo> Substates { get; internal set; } = [];

    /// <summary>The actions on entering it.</summary>
    public IEnumerable<ActionInfo> EntryActions { get; internal set; } = [];

    /// <summary>The actions on leaving it.</summary>
    public IEnumerable<InvocationInfo> ExitActions { get; internal set; } = [];

    /// <summary>Everything that a trigger does here, but for ignoring it: first the fixed transitions, then the dynamic ones.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions.Concat<TransitionInfo>(DynamicTransitions);

    /// <summary>Transitions to a known destination, reentries and internal transitions.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    /// <summary>Transitions whose destination is chosen when they are fired.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; internal set; } = [];

    /// <summary>Triggers that are accepted and do nothing.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; internal set; } = [];

    /// <summary>The state's own text.</summary>
    public override string ToString() => UnderlyingState.ToString() ?? "<null>";
}
