namespace Stateless.Reflection;

/// <summary>A whole machine, as reflection shows it: what drawings are made from.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(IEnumerable<StateInfo> states, Type stateType, Type triggerType, StateInfo initialState)
    {
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
        InitialState = initialState;
    }

    /// <summary>The state in which the machine was made. Only its <see cref="StateInfo.UnderlyingState"/> is filled; look it up in <see cref="States"/> for more.</summary>
    public StateInfo InitialState { get; }

    /// <summary>Every state that is configured or is the fixed destination of a transition.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; }
}
