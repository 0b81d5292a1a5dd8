using System.Collections.Concurrent;
using System.Diagnostics;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>Kills a node again and again, a moment after somebody said yes to a refund, and starts it anew.</summary>
/// <param name="customers">Whose yes is waited for.</param>
/// <param name="chance">Decides the moment.</param>
internal sealed class Killer(Customers customers, Random chance)
{
    private const int LatestMilliseconds = 400;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private readonly ConcurrentBag<TimeSpan> restarts = [];
    private int refusedStarts;

    /// <summary>How long each start took until the node said that it was ready.</summary>
    public IReadOnlyCollection<TimeSpan> Restarts => restarts;

    /// <summary>How often a node ended by itself while it started, and was started again.</summary>
    public int RefusedStarts => refusedStarts;

    /// <summary>Kills the node as long as the budget lasts.</summary>
    /// <param name="node">Which.</param>
    /// <param name="takesOne">Takes one kill from the budget; false where none is left.</param>
    public async Task RunAsync(BotNode node, Func<bool> takesOne)
    {
        while (takesOne())
        {
            await Task.WhenAny(customers.NextConfirmationAsync(), Task.Delay(Quiet));
            int milliseconds;
            lock (chance)
                milliseconds = chance.Next(LatestMilliseconds);
            await Task.Delay(milliseconds);
            await node.KillAsync();
            var took = Stopwatch.StartNew();
            Interlocked.Add(ref refusedStarts, await node.UpAsync());
            restarts.Add(took.Elapsed);
        }
    }
}
