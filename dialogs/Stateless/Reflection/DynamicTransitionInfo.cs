namespace Stateless.Reflection;

/// <summary>A transition whose destination is chosen when it is fired.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    private DynamicTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, InvocationInfo selector, DynamicStateInfos? possibleStates)
        : base(trigger, guards)
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possibleStates;
    }

    /// <summary>What chooses the destination.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; }

    /// <summary>The destinations that were declared, or null.</summary>
    public DynamicStateInfos? PossibleDestinationStates { get; }

    /// <summary>Describes a transition; no guards may be given as null.</summary>
    public static DynamicTransitionInfo Create<TTrigger>(
        TTrigger trigger, IEnumerable<InvocationInfo>? guards, InvocationInfo selector, DynamicStateInfos? possibleStates) =>
        new(new TriggerInfo(trigger), guards ?? [], selector, possibleStates);
}

/// <summary>One destination that a dynamic transition may choose.</summary>
public class DynamicStateInfo
{
    /// <summary>Declares a destination, by the text of the state, and when it is chosen.</summary>
    public DynamicStateInfo(string destinationState, string criterion)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The text of the state.</summary>
    public string DestinationState { get; set; }

    /// <summary>When it is chosen, as drawings show it.</summary>
    public string Criterion { get; set; }
}

/// <summary>The destinations that a dynamic transition may choose, to be written as a collection initializer.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Declares a destination by the text of the state.</summary>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Declares a destination by the state itself.</summary>
    public void Add<TState>(TState destinationState, string criterion)
        where TState : notnull =>
        Add(new DynamicStateInfo(destinationState.ToString() ?? "", criterion));
}
