using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>A11: a node stands still in the middle of a refund, another takes its work over, and then the first goes on as if nothing had been.</summary>
internal static class StoppedNode
{
    /// <summary>Stops the first node at the next yes, for so long.</summary>
    /// <param name="deployment">At least two nodes.</param>
    /// <param name="load">Who talks.</param>
    /// <param name="time">Longer than the lease of an effect or a refund, for somebody to take over.</param>
    /// <param name="chance">Decides the moment.</param>
    public static async Task RunAsync(Deployment deployment, Customers load, TimeSpan time, Random chance)
    {
        await load.NextConfirmationAsync();
        await Task.Delay(chance.Next(60));
        await deployment.Nodes[0].Process.SignalAsync("STOP");
        await Task.Delay(time);
        await deployment.Nodes[0].Process.SignalAsync("CONT");
    }
}
