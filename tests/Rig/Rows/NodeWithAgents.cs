using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>A18: a node is killed with agents on it, while customers ask for people and are served. All desks are open again at the other within 15 seconds, and nobody misses or hears twice of anything.</summary>
internal static class NodeWithAgents
{
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Served = TimeSpan.FromSeconds(120);

    /// <summary>Kills a node <see cref="RowRun.Times"/> times under <see cref="RowRun.AtOnce"/> agents.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await using var deployment = await Deployment.ServedAsync(2, 4);
        await using var crew = await DeskCrew.OpenAsync(deployment, run.AtOnce);
        var (asked, served) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
        using var ending = new CancellationTokenSource();
        var serving = crew.ServeAsync(served, ending.Token);
        using var asking = new CancellationTokenSource();
        var customers = Task.Run(async () =>
        {
            // No faster than agents serve, however slow the machine is.
            for (; !asking.IsCancellationRequested; await Task.Delay(400, CancellationToken.None))
                if (asked.Count - served.Count < run.AtOnce) asked.Add(await crew.AskAsync());
        });

        var took = new List<double>();
        for (var kill = 0; kill < run.Times; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(4));
            var node = deployment.Nodes[kill % deployment.Nodes.Count];
            var here = crew.Agents.Where(agent => agent.Connected == node.Address).ToArray();
            var killed = Stopwatch.GetTimestamp();
            await node.KillAsync();
            foreach (var agent in here)
            {
                var back = await RowRun.UntilAsync(() => Task.FromResult(agent.ConnectedAt > killed && agent.Connected is not null), 4 * Back);
                if (back is not null) took.Add(Stopwatch.GetElapsedTime(killed, agent.ConnectedAt).TotalSeconds);
                run.Demand(back is not null && took[^1] <= Back.TotalSeconds, $"{agent.Login} was back after {(back is null ? "more than 60" : took[^1].ToString("0.0", CultureInfo.InvariantCulture))} s");
            }
            await node.UpAsync();
            // The next kill finds agents on the other node as well: half of them go back, as after a rebalancing.
            foreach (var agent in here.Where((_, place) => place % 2 == 0))
            {
                agent.Prefer(1 + (kill % deployment.Nodes.Count));
                agent.Cut();
            }
        }

        await asking.CancelAsync();
        await customers;
        var all = await RowRun.UntilAsync(() => Task.FromResult(asked.All(served.ContainsKey)), Served);
        foreach (var left in asked.Where(conversation => !served.ContainsKey(conversation))) run.Findings.Missing($"{left} was served by nobody within {Served.TotalSeconds:0} s");
        await ending.CancelAsync();
        await serving;
        var compared = await crew.CompareAsync(run);
        foreach (var conversation in asked)
        {
            var log = await crew.SaidAsync(conversation);
            var said = log.Count(words => words.StartsWith(DeskCrew.Greeting, StringComparison.Ordinal));
            if (said > 1) run.Findings.Twice($"{conversation} was greeted {said} times");
            if (said == 0) run.Findings.Missing($"nobody's greeting reached {conversation}, which was {(served.ContainsKey(conversation) ? "served" : "not served")}: {string.Join(" / ", log)}");
        }
        took.Sort();
        await run.Output.WriteLineAsync($"A18: {run.AtOnce} agents over two nodes, one of which is killed {run.Times} times");
        await run.NoteAsync(string.Create(CultureInfo.InvariantCulture, $"back           {took.Count} desks, {took[took.Count / 2]:0.0} s median, {took[^1]:0.0} s longest"));
        await run.NoteAsync($"customers      {asked.Count} asked for a person, {served.Count} were served{(all is null ? "" : ", all of them")}");
        await run.NoteAsync($"events         {compared} compared over all desks");
    }
}
