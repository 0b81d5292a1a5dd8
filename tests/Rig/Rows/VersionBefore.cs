using System.Diagnostics;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Rig.Rows;

/// <summary>A23: the version before serves, this one joins it, and every conversation goes back and forth between the two; each of them is killed now and then.</summary>
internal static class VersionBefore
{
    /// <summary>Lets customers talk for <see cref="RowRun.Time"/>, and kills so many times.</summary>
    public static async Task RunAsync(RowRun run)
    {
        if (run.Before is not { } before)
            throw new InvalidOperationException("Say by --before where the program of the version before lies, such as DIR/servicebot.dll: git worktree add DIR COMMIT, and dotnet build bot -c Release there.");
        const int most = 20_000;
        await using var deployment = await Deployment.ServedAsync(2, most, new Ground { Programs = [before, BotBuild.Program] });
        var chance = new Random(23);
        var kills = 0;
        var report = await new UnderLoad(deployment, run.AtOnce).RunAsync(most, async load =>
        {
            for (var begun = Stopwatch.StartNew(); begun.Elapsed < run.Time || kills < run.Times;)
            {
                await Task.WhenAny(load.NextConfirmationAsync(), Task.Delay(5_000));
                await Task.Delay(chance.Next(400));
                if (kills < run.Times && begun.Elapsed > run.Time / (run.Times + 1) * (kills + 1))
                {
                    var node = deployment.Nodes[kills++ % 2];
                    await node.KillAsync();
                    await node.StartAsync();
                    await node.UntilReadyAsync();
                }
            }
        });
        await run.TellAsync($"A23: the version before beside this one for {run.Time.TotalSeconds:0} s, {kills} kills of one of the two", report);
    }
}
