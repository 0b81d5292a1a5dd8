using System.Diagnostics;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Rig.Rows;

/// <summary>A23: the version before serves, this one joins it and is killed now and then, and in the end takes its place. Every conversation goes back and forth between the two nodes.</summary>
internal static class VersionBefore
{
    /// <summary>Lets customers talk for <see cref="RowRun.Time"/> with both, and for half of it with this version alone.</summary>
    public static async Task RunAsync(RowRun run)
    {
        if (run.Before is not { } before)
            throw new InvalidOperationException("Say by --before where the program of the version before lies, such as DIR/servicebot.dll: git worktree add DIR COMMIT, and dotnet build bot -c Release there.");
        const int most = 6_000;
        await using var deployment = await Deployment.ServedAsync(2, most, new Ground { Programs = [before] });
        var (older, newer) = (deployment.Nodes[0], deployment.Nodes[1]);
        var report = await new UnderLoad(deployment, run.AtOnce).RunAsync(most, async load =>
        {
            for (var kill = 0; kill < run.Times; kill++)
            {
                await ForAsync(load, run.Time / (run.Times + 1));
                await newer.KillAsync();
                await newer.UpAsync();
            }

            await ForAsync(load, run.Time / (run.Times + 1));
            await older.ReplaceAsync(BotBuild.Program);
            await ForAsync(load, run.Time / 2);
        });
        await run.TellAsync($"A23: the version before beside this one for {run.Time.TotalSeconds:0} s, this one killed {run.Times} times; then the one before is replaced", report);
    }

    // Ends a moment after somebody said yes.
    private static async Task ForAsync(Customers load, TimeSpan time)
    {
        var begun = Stopwatch.StartNew();
        await Task.Delay(time);
        await Task.WhenAny(load.NextConfirmationAsync(), Task.Delay(5_000));
        await Task.Delay((int)(begun.ElapsedMilliseconds % 200));
    }
}
