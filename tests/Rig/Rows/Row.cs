namespace ServiceBot.Rig.Rows;

/// <summary>A promise and the run that shows it, on a deployment of its own.</summary>
/// <param name="Id">Its id in docs/reliability.md, such as A3.</param>
/// <param name="What">What happens in it.</param>
/// <param name="WhyMissing">Why it cannot run here, or null where it can.</param>
/// <param name="RunAsync">Runs it.</param>
internal sealed record Row(string Id, string What, string? WhyMissing, Func<RowRun, Task> RunAsync)
{
    /// <summary>All rows that bring their own deployment.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        new("A1", "the provider answers badly, and fifty clients say yes at once", Nodes.Backends.WhyMissing, RefundOnce.RunAsync),
        new("A3", "Redis is killed on a slow disk, and loses its power", Nodes.Backends.WhyMissing ?? Servers.SlowDisk.WhyMissing, PowerLoss.RunAsync),
        new("A4", "Redis is restarted, emptied, cut and damaged", Nodes.Backends.WhyMissing, LostRedis.RunAsync),
        new("A5", "Redis holds clients up", Nodes.Backends.WhyMissing, Disturbed.HeldUpAsync),
        new("A6", "the ways to Redis, PostgreSQL and the provider are cut", Nodes.Backends.WhyMissing, Disturbed.CutOffAsync),
        new("A7", "Redis is slow", Nodes.Backends.WhyMissing, Disturbed.SlowAsync),
        new("A8", "disks are full", Nodes.Backends.WhyMissing ?? Servers.SmallDisk.WhyMissing, FullDisks.RunAsync),
        new("A9", "events come twice, at both nodes at once, and out of order", Nodes.Backends.WhyMissing, DuplicateEvents.RunAsync),
        new("A13", "many conversations are open, and somebody says something at a steady rate", Nodes.Backends.WhyMissing, OpenConversations.RunAsync),
        new("A17", "agents are cut off while they have a customer", Nodes.Backends.WhyMissing, AgentsCutOff.RunAsync),
        new("A18", "a node is killed with agents on it", Nodes.Backends.WhyMissing, NodeWithAgents.RunAsync),
        new("A20", "three dispatchers of refunds, killed, and an intent that the provider never takes", Nodes.Backends.WhyMissing, Dispatchers.RunAsync),
        new("A22", "backups of different moments are restored", Nodes.Backends.WhyMissing, Backups.RunAsync),
        new("A23", "the version before beside this one", Nodes.Backends.WhyMissing, VersionBefore.RunAsync),
    ];

    /// <summary>The one of that id.</summary>
    public static Row Named(string id) => All.FirstOrDefault(row => row.Id == id) ?? throw new ArgumentException($"There is no row '{id}'; there are {string.Join(", ", All.Select(row => row.Id))}.", nameof(id));
}
