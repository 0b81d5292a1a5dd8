using System.Diagnostics;
using System.Globalization;
using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>A2: nodes are killed under load, and nothing is lost or doubled.</summary>
internal static class NodeKills
{
    /// <summary>Runs it.</summary>
    /// <param name="deployment">What is killed.</param>
    /// <param name="kills">How many times.</param>
    /// <param name="atOnce">How many customers talk at a time.</param>
    /// <param name="customers">How many the shop has.</param>
    /// <returns>What was found, and a report of one line a figure.</returns>
    public static async Task<(Findings Findings, string Report)> RunAsync(Deployment deployment, int kills, int atOnce, int customers)
    {
        var took = Stopwatch.StartNew();
        await using var load = new Customers(deployment.Bot, atOnce, first: 0, customers);
        var killer = new Killer(load, new Random(1));
        var left = kills;
        await Task.WhenAll(deployment.Nodes.Select(node => killer.RunAsync(node, () => Interlocked.Decrement(ref left) >= 0)));
        await load.EndAsync();
        var findings = await deployment.CheckAsync(load.Stories);
        return (findings, Report(load, killer, deployment, findings, took.Elapsed));
    }

    private static string Report(Customers load, Killer killer, Deployment deployment, Findings findings, TimeSpan took)
    {
        var restarts = killer.Restarts.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"""
            kills          {restarts.Length}
            conversations  {load.Stories.Count} ({load.Stories.Count(story => story.IsFinished)} to the end, {load.Stories.Count(story => story.Stuck is not null)} stuck)
            turns          {load.Stories.Sum(story => story.Said.Count)} acknowledged, {deployment.Bot.Unanswered} requests unanswered and sent again
            effects        {load.Stories.Sum(story => story.Receipts.Count)} receipts
            restart        {At(restarts, 0.5):0.0} s median, {At(restarts, 0.99):0.0} s p99
            lost           {findings.Lost.Count}
            doubled        {findings.Doubled.Count}
            wrong          {findings.Wrong.Count}
            took           {took:hh\:mm\:ss}
            """);
    }

    private static double At(TimeSpan[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))].TotalSeconds;
}
