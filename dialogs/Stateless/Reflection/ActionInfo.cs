namespace Stateless.Reflection;

/// <summary>An action that runs when a state is entered.</summary>
public class ActionInfo
{
    /// <summary>Describes an action.</summary>
    public ActionInfo(InvocationInfo method, string? fromTrigger)
    {
        Method = method;
        FromTrigger = fromTrigger;
    }

    /// <summary>What runs.</summary>
    public InvocationInfo Method { get; }

    /// <summary>The text of the trigger by which alone the action runs, or null if it always does.</summary>
    public string? FromTrigger { get; }
}
