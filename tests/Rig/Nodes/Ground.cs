namespace ServiceBot.Rig.Nodes;

/// <summary>What is out of the ordinary about what the nodes of a run stand on.</summary>
internal sealed record Ground
{
    /// <summary>More options of Redis, such as "--appendfsync", "everysec"; a later one wins.</summary>
    public IReadOnlyList<string> Redis { get; init; } = [];

    /// <summary>The environment of Redis, such as that of a slow disk.</summary>
    public IReadOnlyDictionary<string, string>? RedisEnvironment { get; init; }

    /// <summary>Where PostgreSQL keeps its data, or null for any place.</summary>
    public string? PostgresDisk { get; init; }

    /// <summary>Where PostgreSQL keeps its write-ahead log, or null for beside its data.</summary>
    public string? PostgresLogDisk { get; init; }

    /// <summary>Where the nodes' output goes, or null for any place.</summary>
    public string? OutputDisk { get; init; }

    /// <summary>What is restored before the nodes start; null for a shop that is new.</summary>
    public Backup? Backup { get; init; }

    /// <summary>More settings of every node, as --Section:Name value; a later one wins.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The builds that the first nodes run; the others run the one that can be killed.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];
}

/// <summary>What an operator keeps to begin again from.</summary>
/// <param name="Dump">The database, as pg_dump wrote it.</param>
/// <param name="Redis">A copy of the folder of Redis.</param>
/// <param name="Books">The provider's books, which nobody restores: the provider goes on.</param>
/// <param name="SealKey">The key that sealed what is in Redis.</param>
internal sealed record Backup(string Dump, string Redis, string Books, string SealKey);
