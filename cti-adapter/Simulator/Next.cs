using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What comes after a verb, or after something that the caller did.</summary>
internal abstract record Next
{
    /// <summary>What the caller hears first.</summary>
    public ImmutableArray<Heard> Heard { get; init; } = [];

    /// <summary>Messages to the application whose answers nobody reads.</summary>
    public ImmutableArray<Callback> Callbacks { get; init; } = [];

    /// <summary>The caller is no longer in the queue; the document that queued goes on.</summary>
    public bool LeavesQueue { get; init; }
}

/// <summary>The next verb of the document.</summary>
internal sealed record Onward : Next;

/// <summary>Another document takes the place of this one.</summary>
/// <param name="Why">What it is fetched for, such as <c>Gather action</c>.</param>
/// <param name="Url">Absolute or relative to the present document; null for that document again.</param>
/// <param name="Method">POST or GET.</param>
/// <param name="Parameters">What is told beside the standard set.</param>
internal sealed record Fetch(string Why, string? Url, string Method, ImmutableArray<Parameter> Parameters) : Next
{
    /// <summary>The queue that the caller enters, whose wait this document fills; or null.</summary>
    public QueueStay? Enters { get; init; }
}

/// <summary>The caller's turn, or that of whoever else is rung.</summary>
internal sealed record Await(Waiting Waiting) : Next
{
    /// <summary>What the caller did had no effect.</summary>
    public bool Unheard { get; init; }
}

/// <summary>The call is over.</summary>
/// <param name="Status">completed, busy or no-answer.</param>
internal sealed record End(string Status) : Next;

/// <summary>A message to the application whose answer nobody reads.</summary>
internal sealed record Callback(string Why, string Url, string Method, ImmutableArray<Parameter> Parameters);

/// <summary>One named value of a request.</summary>
public sealed record Parameter(string Name, string Value);

/// <summary>A socket to the application takes the call over.</summary>
internal sealed record OpensSocket(Verbs.ConnectVerb Verb) : Next;

/// <summary>The application is told something over the socket that is open.</summary>
internal sealed record Sends(RelaySocket Socket, RelayedFrame Frame) : Next;
