using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Agents who take callers at a desk, and are rung for them.</summary>
public interface IDeskAgents
{
    /// <summary>Who at the desk has taken the caller of a conversation; null where nobody has, or has no telephone.</summary>
    Task<DeskAgent?> OfCallerAsync(string conversation, CancellationToken cancellationToken);
}

/// <summary>An agent who has taken a caller.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Address">Where to ring, for <see cref="IAgentCalls"/>.</param>
/// <param name="WantedSince">Since when the caller wants a person.</param>
public sealed record DeskAgent(AgentIdentity Agent, string Address, DateTimeOffset WantedSince);

/// <summary>Where there is no desk, nobody takes callers at it.</summary>
internal sealed class NoDesk : IDeskAgents
{
    /// <inheritdoc/>
    public Task<DeskAgent?> OfCallerAsync(string conversation, CancellationToken cancellationToken) => Task.FromResult<DeskAgent?>(null);
}
