using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Where a call stands in its documents.</summary>
/// <param name="document">The address that the present document came from.</param>
/// <param name="verbs">What is left of it.</param>
internal sealed class CallPlace(Uri document, IEnumerable<Verb> verbs)
{
    private readonly Queue<Verb> rest = new(verbs);

    /// <summary>The address that the present document came from.</summary>
    public Uri Document => document;

    /// <summary>The document that queued the caller, while this one fills the wait; or null.</summary>
    public CallPlace? Outer { get; init; }

    /// <summary>The next verb, or null at the end.</summary>
    public Verb? Step() => rest.TryDequeue(out var verb) ? verb : null;
}
