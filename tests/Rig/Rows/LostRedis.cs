using System.Diagnostics;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Rows;

/// <summary>A4: Redis is restarted cleanly, emptied in the middle of dialogs, cut at its end and damaged in its middle.</summary>
internal static class LostRedis
{
    private static readonly TimeSpan AlarmWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(3);

    /// <summary>Does each so many times, the damage once.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await using (var deployment = await Deployment.ServedAsync(2, 2_000))
        {
            var backends = deployment.Backends ?? throw new InvalidOperationException();
            var under = new UnderLoad(deployment, run.AtOnce);
            var back = TimeSpan.Zero;
            await run.TellAsync($"A4: {run.Times} times redis is stopped and started", await under.RunAsync(2_000, async load =>
                back = await Disturbance.Named("redis is stopped and started").RepeatAsync(deployment, backends, load, run.Times, new Random(4))));
            await run.NoteAsync($"ready again    {back.TotalSeconds:0.0} s after the start at most");
        }

        await LoseAsync(run, "is emptied (FLUSHALL)", (redis, _) => redis.AskAsync("FLUSHALL"));
        await LoseAsync(run, "is killed and loses 1 to 200 bytes of its file's end", async (redis, chance) =>
        {
            await redis.KillAsync();
            await using (var file = new FileStream(redis.Appended.Last(), FileMode.Open, FileAccess.Write))
                file.SetLength(Math.Max(0, file.Length - chance.Next(1, 201)));
            await redis.RestartAsync();
        });
        await DamageAsync(run);
    }

    private static async Task LoseAsync(RowRun run, string what, Func<RedisServer, Random, Task> loseAsync)
    {
        await using var deployment = await Deployment.ServedAsync(2, 2_000);
        var redis = (deployment.Backends ?? throw new InvalidOperationException()).Redis;
        var chance = new Random(5);
        var report = await new UnderLoad(deployment, run.AtOnce, mayForget: true).RunAsync(2_000, async load =>
        {
            for (var time = 0; time < run.Times; time++)
            {
                await Task.WhenAny(load.NextConfirmationAsync(), Task.Delay(5_000));
                await Task.Delay(chance.Next(400));
                await loseAsync(redis, chance);
                await RowRun.ReadyAsync(deployment);
                await Task.Delay(chance.Next(2_000));
            }
        });
        await run.TellAsync($"A4: {run.Times} times redis {what}", report);
    }

    private static async Task DamageAsync(RowRun run)
    {
        await using var deployment = await Deployment.ServedAsync(2, 1_000);
        var redis = (deployment.Backends ?? throw new InvalidOperationException()).Redis;
        var report = await new UnderLoad(deployment, run.AtOnce, mayForget: true).RunAsync(1_000, async load =>
        {
            await load.NextConfirmationAsync();
            await Task.Delay(3_000);
            await redis.StopAsync();
            await FlipAsync(redis.Appended.Last());
            var away = Stopwatch.StartNew();
            await redis.LaunchAgainAsync();
            await redis.Process.WaitAsync(TimeSpan.FromSeconds(20));
            await run.NoteAsync($"redis          ended with {redis.Process.ExitCode}: {redis.Process.LastWords.Split('\n').LastOrDefault(line => line.Contains("Bad file format", StringComparison.Ordinal))?.Trim()}");

            var alarm = await RowRun.UntilAsync(async () => await deployment.Nodes[0].ReadinessAsync() is (503, var words) && words.Contains("redis", StringComparison.Ordinal), AlarmWithin);
            run.Demand(alarm is not null, $"readiness did not name redis within {AlarmWithin}");
            var asked = Stopwatch.StartNew();
            var isRefused = await deployment.Bot.IsRefusedAsync(deployment.Nodes[1].Address);
            await run.NoteAsync($"alarm          {alarm?.TotalSeconds:0.0} s after the look; a turn is refused after {asked.Elapsed.TotalSeconds:0.00} s");
            run.Demand(isRefused && asked.Elapsed < Refused, $"a turn was {(isRefused ? "refused" : "taken")} after {asked.Elapsed}");

            await ServerProcess.RunAsync("sh", "-c", $"echo y | redis-check-aof --fix '{Directory.EnumerateFiles(redis.Folder, "*.manifest", SearchOption.AllDirectories).Single()}'");
            await redis.RestartAsync();
            await RowRun.ReadyAsync(deployment);
            await run.NoteAsync($"mended         after {away.Elapsed.TotalSeconds:0.0} s by redis-check-aof --fix");
            await Task.Delay(5_000);
        });
        await run.TellAsync("A4: a byte in the middle of redis' file is flipped", report);
    }

    // A byte of the frame around a value; within one Redis would not notice.
    private static async Task FlipAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var middle = bytes.Length / 2;
        var at = middle + bytes.AsSpan(middle).IndexOf("\r\n*"u8) + 2;
        bytes[at] ^= 0x20;
        await File.WriteAllBytesAsync(file, bytes);
    }
}
