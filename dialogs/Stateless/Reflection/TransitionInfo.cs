namespace Stateless.Reflection;

/// <summary>What one trigger does in one state, as reflection shows it.</summary>
public abstract class TransitionInfo
{
    private protected TransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; }

    /// <summary>The conditions that must all hold; empty if there are none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions { get; }

    /// <summary>True if only an action runs: nothing is left and nothing entered.</summary>
    public bool IsInternalTransition { get; private protected init; }
}

/// <summary>A transition whose destination is known.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, StateInfo destinationState, bool isInternal)
        : base(trigger, guards)
    {
        DestinationState = destinationState;
        IsInternalTransition = isInternal;
    }

    /// <summary>The destination; for reentry and for internal transitions the state itself.</summary>
    public StateInfo DestinationState { get; }
}

/// <summary>A trigger that is accepted and does nothing.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
        : base(trigger, guards)
    {
    }
}
