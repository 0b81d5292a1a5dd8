namespace Stateless.Reflection;

/// <summary>A guard, an action or a destination selector, as messages and drawings name it.</summary>
public class InvocationInfo
{
    private readonly Delegate? _method;
    private readonly string? _name;
    private readonly string? _description;
    private readonly Timing _timing;

    /// <summary>Describes a method by its name.</summary>
    public InvocationInfo(string? methodName, string? description, Timing timing)
    {
        _name = methodName;
        _description = description;
        _timing = timing;
    }

    // Looking up a delegate's name is dear, and most are never asked for.
    internal InvocationInfo(Delegate method, string? description)
    {
        _method = method;
        _description = description;
    }

    /// <summary>Whether a method answers at once or later.</summary>
    public enum Timing
    {
        /// <summary>It answers at once, as every method in this implementation does.</summary>
        Synchronous,

        /// <summary>It answers later.</summary>
        Asynchronous,
    }

    /// <summary>What stands for a lambda without a description: "Function", unless it is set to another text, for the whole process.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The method's name; of a lambda, the one that the compiler made up.</summary>
    public string? MethodName => _method?.Method.Name ?? _name;

    /// <summary>The description that was given, or else the method's name, or else <see cref="DefaultFunctionDescription"/>.</summary>
    public string Description => _description ?? MethodName switch
    {
        null => "<null>",
        var name when name.AsSpan().ContainsAny('<', '>', '`') => DefaultFunctionDescription,
        var name => name,
    };

    /// <summary>True if the method answers later.</summary>
    public bool IsAsync => _timing == Timing.Asynchronous;
}
