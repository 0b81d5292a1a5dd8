using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Rows;

/// <summary>A3: Redis is killed under load while its disk is slow, and its append-only file is cut to what was synced, as by a power loss.</summary>
internal static class PowerLoss
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(1_900);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>With every write synced before it is answered nothing may be lost; else the end of conversations, and nothing that moves money.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await RunAsync(run, "always", TimeSpan.Zero, losesPower: true);
        await RunAsync(run, "everysec", Slow, losesPower: false);
        await RunAsync(run, "everysec", Slow, losesPower: true);
    }

    private static async Task RunAsync(RowRun run, string fsync, TimeSpan sync, bool losesPower)
    {
        using var disk = await SlowDisk.CreateAsync(sync);
        var mayForget = fsync != "always";
        await using var deployment = await Deployment.ServedAsync(2, 1_000, new Ground { Redis = ["--appendfsync", fsync], RedisEnvironment = disk.Environment });
        var redis = (deployment.Backends ?? throw new InvalidOperationException()).Redis;
        var chance = new Random(3);
        var bytes = 0L;
        var report = await new UnderLoad(deployment, run.AtOnce, mayForget).RunAsync(1_000, async load =>
        {
            for (var time = 0; time < run.Times; time++)
            {
                await Task.WhenAny(load.NextConfirmationAsync(), Task.Delay(Quiet));
                await Task.Delay(chance.Next(400));
                await redis.KillAsync();
                if (losesPower)
                    bytes += await disk.CutPowerAsync(redis.Appended);
                await redis.RestartAsync();
                await RowRun.ReadyAsync(deployment);
                await Task.Delay(chance.Next(3_000));
            }
        });
        await run.TellAsync($"A3: {run.Times} times redis {(losesPower ? "loses its power" : "is killed")}, appendfsync {fsync}, each sync {sync.TotalSeconds:0.0} s longer", report);
        await run.NoteAsync($"cut            {bytes} bytes that were not synced");
        var most = report.Stories.Select(story => story.Forgotten).DefaultIfEmpty().Max();
        run.Demand(most <= run.Times, $"a customer had to say {most} things again");
        run.Demand(mayForget || bytes == 0, $"{bytes} bytes were acknowledged before they were synced");
    }
}
