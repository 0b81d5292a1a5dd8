using System.Globalization;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>
/// A11: a node stands still in the middle of refunds, another takes its work over, and then the first goes on as if nothing had been. What it had
/// begun and writes now must be refused, or change nothing.
/// </summary>
internal static class StoppedNode
{
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(30);

    /// <summary>Stops a node just after many have said yes at once, for so long.</summary>
    /// <param name="deployment">At least two nodes, on Redis and PostgreSQL.</param>
    /// <param name="load">Who talks.</param>
    /// <param name="customers">How many say yes at once.</param>
    /// <param name="time">Longer than the lease of an effect or a refund, for somebody to take over.</param>
    /// <param name="stop">Which stop it is; decides the node and the moment.</param>
    public static async Task<Stopped> RunAsync(Deployment deployment, Customers load, int customers, TimeSpan time, int stop)
    {
        var node = deployment.Nodes[stop % deployment.Nodes.Count];
        await load.GatherAsync(customers, Gathering);
        await Task.Delay(new Random(stop).Next(120));
        await node.Process.SignalAsync("STOP");
        var messages = deployment.Bot.UnderWayAt(node.Address);
        var refunds = deployment.Backends is { } backends ? await backends.CountRefundsUnderWayAsync() : 0;
        await Task.Delay(time);
        await node.Process.SignalAsync("CONT");
        await node.UntilReadyAsync();
        return new Stopped(messages, refunds);
    }
}

/// <summary>What a node was in the middle of when it was stopped.</summary>
/// <param name="Messages">What customers had said to it, and it had not answered.</param>
/// <param name="Refunds">Refunds, of both nodes, that had begun and not ended.</param>
internal sealed record Stopped(int Messages, int Refunds)
{
    /// <summary>For people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Messages} messages unanswered by the stopped node, {Refunds} refunds under way");
}
