using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Rows;

/// <summary>A8: a disk fills under load, and is freed again. What was acknowledged is there, readiness tells soon, and all goes on by itself or after one restart.</summary>
internal static class FullDisks
{
    private const int Customers = 400;
    private static readonly TimeSpan AlarmWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WritesUntilRefused = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(10);

    /// <summary>Redis in both ways of syncing, PostgreSQL's data and its log, the nodes' logs, and SQLite.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await RunAsync(run, "redis, appendfsync always", 24, "redis", disk => Deployment.ServedAsync(2, Customers, new Ground { Redis = ["--dir", disk] }));
        await RunAsync(run, "redis, appendfsync everysec", 24, "redis", disk => Deployment.ServedAsync(2, Customers, new Ground { Redis = ["--dir", disk, "--appendfsync", "everysec"] }));
        await RunAsync(run, "PostgreSQL's data", 96, "shop", disk => Deployment.ServedAsync(2, Customers, new Ground { PostgresDisk = disk }));
        await RunAsync(run, "PostgreSQL's log", 24, "shop", disk => Deployment.ServedAsync(2, Customers, new Ground { PostgresLogDisk = disk }));
        await RunAsync(run, "SQLite", 64, "disk", disk => Deployment.EmbeddedAsync(Customers, disk));
        await RunAsync(run, "the nodes' logs", 2, null, disk => Deployment.ServedAsync(2, Customers, new Ground { OutputDisk = disk }));
    }

    private static async Task RunAsync(RowRun run, string what, int megabytes, string? named, Func<string, Task<Deployment>> startAsync)
    {
        await using var disk = await SmallDisk.CreateAsync(megabytes);
        await using var deployment = await startAsync(disk.Path);
        var notes = new List<string>();
        var report = await new UnderLoad(deployment, run.AtOnce).RunAsync(Customers, async load =>
        {
            await load.NextConfirmationAsync();
            await disk.FillAsync(kilobytesLeft: 0);
            if (named is not null)
            {
                // Servers write ahead, so that some time goes by until the first of them is refused.
                var alarm = await RowRun.UntilAsync(() => IsToldAsync(deployment, named), WritesUntilRefused + AlarmWithin);
                notes.Add(alarm is { } time ? $"alarm          {time.TotalSeconds:0.0} s after the disk was full: {Words(await deployment.Nodes[0].ReadinessAsync())}" : "alarm          never");
                run.Demand(alarm is not null, $"{what}: readiness never named {named}");
            }

            await Task.Delay(Full);
            disk.Clear();
            notes.Add(await MendAsync(deployment));
            var healed = await RowRun.UntilAsync(async () => (await Task.WhenAll(deployment.Nodes.Select(node => node.ReadinessAsync()))).All(answer => answer.Status == 200), TimeSpan.FromSeconds(30));
            notes.Add($"healed         {(healed is { } after ? $"{after.TotalSeconds:0.0} s later" : "not within 30 s")}");
            run.Demand(healed is not null, $"{what}: not ready 30 s after there was room again");
            await Task.Delay(Full);
        });
        await run.TellAsync($"A8: the disk of {what} is full", report);
        foreach (var note in notes)
            await run.NoteAsync(note);
    }

    private static async Task<bool> IsToldAsync(Deployment deployment, string named) =>
        await deployment.Nodes[0].ReadinessAsync() is ({ } status, { } words) && status != 0 && words.Contains($"\"{named}\"", StringComparison.Ordinal);

    private static string Words((int Status, string Words) answer) => $"{answer.Status} {answer.Words}";

    // Redis that syncs always ends where it cannot, and so may PostgreSQL; whoever looks after them starts them again.
    private static async Task<string> MendAsync(Deployment deployment)
    {
        if (deployment.Backends is not { } backends)
            return "mended         by itself";
        var started = new List<string>();
        if (backends.Redis.Process.HasEnded)
        {
            await backends.Redis.RestartAsync();
            started.Add("redis");
        }

        if (backends.Postgres.Process.HasEnded)
        {
            await backends.Postgres.RestartAsync();
            started.Add("PostgreSQL");
        }

        return started.Count == 0 ? "mended         by itself" : $"mended         {string.Join(" and ", started)} had ended and was started again";
    }
}
