namespace ServiceBot.Dialogs.Turns;

/// <summary>Who answers the customer while it is not the bot: nobody yet, who waits in a queue, or an agent.</summary>
/// <param name="Escalation">The escalation that brought it so.</param>
/// <param name="Since">When the customer began to wait, or the agent took over.</param>
public sealed record Ownership(string Escalation, DateTimeOffset Since)
{
    /// <summary>The agent who owns the conversation; null while the customer waits for one.</summary>
    public AgentIdentity? Agent { get; init; }

    /// <summary>What the bot collects for the agent, who then has the conversation back; null while the bot is silent.</summary>
    public DelegatedTask? Delegated { get; init; }

    /// <summary>The wait that the customer was told of when it began; null where nothing was told, or the wait is over.</summary>
    public WaitTold? Told { get; init; }

    /// <summary>Whether the bot keeps silent, and what the customer says goes to people.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSilent => Delegated is null;
}

/// <summary>A range of waiting that a customer was told of.</summary>
/// <param name="From">The shortest, in whole minutes.</param>
/// <param name="To">The longest, in whole minutes.</param>
public sealed record WaitTold(int From, int To);

/// <summary>One thing that the bot asks for on an agent's behalf.</summary>
/// <param name="Frame">The number of the dialog under way that it belongs to.</param>
/// <param name="Slot">The slot's name, or <see cref="Whole"/>.</param>
public sealed record DelegatedTask(int Frame, string Slot)
{
    /// <summary>In place of a slot: the whole matter, to its end.</summary>
    public const string Whole = "*";
}

/// <summary>A person of the shop who serves customers.</summary>
/// <param name="Id">The desk's own id of the agent.</param>
/// <param name="Name">The name that customers read.</param>
public sealed record AgentIdentity(string Id, string Name)
{
    /// <summary>What the ids of people at desks that are not ours begin with; none of ours does.</summary>
    public const string OutsidePrefix = "outside:";

    /// <summary>Whether it is somebody at a desk that is not ours.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOutside => Id.StartsWith(OutsidePrefix, StringComparison.Ordinal);
}
