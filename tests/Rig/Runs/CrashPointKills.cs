using System.Diagnostics;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>Kills a node at every crash point, so many times each, while customers talk.</summary>
internal static class CrashPointKills
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it.</summary>
    /// <param name="deployment">Its first node is killed; the others stay.</param>
    /// <param name="load">Who talks.</param>
    /// <param name="points">Where to kill.</param>
    /// <param name="times">How often at each.</param>
    /// <param name="chance">Decides at which passage.</param>
    /// <returns>The points that were not passed within a minute.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Deployment deployment, Customers load, IReadOnlyList<string> points, int times, Random chance)
    {
        var node = deployment.Nodes[0];
        var never = new List<string>();
        foreach (var point in Enumerable.Repeat(points, times).SelectMany(round => round))
        {
            if (never.Contains(point, StringComparer.Ordinal))
                continue;
            // A refund is postponed only where the provider leaves us in the dark, and the other nodes hear that too.
            if (deployment.Backends is { } backends)
                await backends.Provider.SwitchAsync(point.Contains("postpone", StringComparison.Ordinal) ? new JsonObject { ["failAfterCommit"] = 1_000 } : []);
            await node.KillAsync();
            await node.StartAsync($"{point}:{chance.Next(1, 4)}");
            for (var waited = Stopwatch.StartNew(); node.IsUp && waited.Elapsed < Patience && !load.AllAsync().IsCompleted;)
                await Task.Delay(50);
            if (node.IsUp)
                never.Add(point);
        }

        await node.KillAsync();
        await node.UpAsync();
        return never;
    }
}
