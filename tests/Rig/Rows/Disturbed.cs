using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Rig.Rows;

/// <summary>A5 to A7: servers and the ways to them are disturbed for longer, and what customers and the nodes' health lived through is told for each.</summary>
internal static class Disturbed
{
    private static readonly string[] Cuts = ["is half open", "is refused", "has its answers cut", "is reset"];
    private static readonly string[] Servers = ["redis", "postgres", "the provider"];

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(5);

    /// <summary>A5: CLIENT PAUSE for twenty seconds.</summary>
    public static Task HeldUpAsync(RowRun run) => RunAsync(run, "A5", [("redis holds up everybody", 20), ("redis holds up who writes", 20)], healsWithin: 5);

    /// <summary>A6: cut, half open and reset for one and ten seconds, and half open for a minute once.</summary>
    public static Task CutOffAsync(RowRun run) => RunAsync(
        run, "A6",
        [
            .. Servers.SelectMany(server => Cuts.Select(cut => ($"{server} {cut}", 1))),
            .. Servers.SelectMany(server => Cuts.Where(cut => cut != "is reset").Select(cut => ($"{server} {cut}", 10))),
            .. Servers.Select(server => ($"{server} is half open", 60)),
        ],
        healsWithin: 5);

    /// <summary>A7: every call to Redis takes longer, or it sleeps.</summary>
    public static Task SlowAsync(RowRun run) => RunAsync(
        run, "A7", [("redis is slow", 20), ("redis is very slow", 20), ("redis is slower than anybody waits", 20), ("redis sleeps", 8), ("postgres is very slow", 20)], healsWithin: 5);

    private static async Task RunAsync(RowRun run, string row, (string Name, int Seconds)[] disturbances, double healsWithin)
    {
        const int each = 600;
        await using var deployment = await Deployment.ServedAsync(2, each * disturbances.Length);
        var backends = deployment.Backends ?? throw new InvalidOperationException();
        var under = new UnderLoad(deployment, run.AtOnce);
        foreach (var (name, seconds) in disturbances)
        {
            await using var health = new HealthProbe(deployment.Nodes);
            var healing = TimeSpan.Zero;
            var report = await under.RunAsync(each, async load =>
            {
                // Whoever is disturbed must be there.
                await Task.WhenAny(load.NextConfirmationAsync(), Task.Delay(Warm));
                healing = await Disturbance.Named(name).RepeatAsync(deployment, backends, load, run.Times, new Random(6), TimeSpan.FromSeconds(seconds));
                await Task.Delay(After);
            });
            await run.TellAsync($"{row}: {run.Times} times {seconds} s {name}", report);
            await run.NoteAsync($"healed         {healing.TotalSeconds:0.0} s later at most; health answers {health.At(0.5):0.000} s median, {health.At(0.99):0.000} s p99");
            run.Demand(healing.TotalSeconds <= healsWithin, $"{name} for {seconds} s: not ready until {healing.TotalSeconds:0.0} s after it was over");
            run.Demand(report.Silent == 0, $"{name} for {seconds} s: {report.Silent} requests were not answered within 12 s");
        }
    }
}
