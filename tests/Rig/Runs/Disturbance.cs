using System.Diagnostics;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Runs;

/// <summary>Something that goes wrong for a while, and is well again afterwards.</summary>
/// <param name="Name">For people, and to choose it.</param>
/// <param name="RunAsync">Does it, for so long, and mends it.</param>
internal sealed record Disturbance(string Name, Func<Backends, TimeSpan, Task> RunAsync)
{
    private const int LatestMilliseconds = 400;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>All that can happen to Redis, PostgreSQL, the payment provider and the ways to them.</summary>
    public static IReadOnlyList<Disturbance> All { get; } =
    [
        new("redis is killed", async (backends, time) =>
        {
            await backends.Redis.KillAsync();
            await Task.Delay(time / 10);
            await backends.Redis.RestartAsync();
        }),
        new("redis is stopped and started", async (backends, time) =>
        {
            await backends.Redis.StopAsync();
            await Task.Delay(time / 10);
            await backends.Redis.RestartAsync();
        }),
        new("redis stands still", async (backends, time) =>
        {
            await backends.Redis.PauseAsync();
            await Task.Delay(time);
            await backends.Redis.ContinueAsync();
        }),
        new("redis holds up everybody", (backends, time) => PauseAsync(backends, time, "ALL")),
        new("redis holds up who writes", (backends, time) => PauseAsync(backends, time, "WRITE")),
        new("redis sleeps", (backends, time) => backends.Redis.AskAsync("DEBUG", "SLEEP", $"{(int)time.TotalSeconds}")),
        .. OnTheWayTo("redis", backends => backends.ToRedis),
        new("postgres is killed", async (backends, time) =>
        {
            await backends.Postgres.KillAsync();
            await Task.Delay(time / 10);
            await backends.Postgres.RestartAsync();
        }),
        .. OnTheWayTo("postgres", backends => backends.ToPostgres),
        new("the provider is killed", async (backends, time) =>
        {
            await backends.Provider.Process.KillAsync();
            await Task.Delay(time);
            await backends.Provider.RestartAsync();
        }),
        new("the provider pays and says 500", (backends, time) => SwitchAsync(backends, time, "failAfterCommit")),
        new("the provider pays and hangs up", (backends, time) => SwitchAsync(backends, time, "dropReply")),
        .. OnTheWayTo("the provider", backends => backends.ToProvider),
    ];

    /// <summary>The one of that name.</summary>
    public static Disturbance Named(string name) => All.FirstOrDefault(one => one.Name == name) ?? throw new ArgumentException($"There is no disturbance '{name}'.", nameof(name));

    /// <summary>Does it again and again, a moment after somebody said yes to a refund, and each time waits until every node is ready again.</summary>
    /// <param name="deployment">Whose nodes they are.</param>
    /// <param name="backends">What is disturbed.</param>
    /// <param name="load">Who talks.</param>
    /// <param name="times">How often.</param>
    /// <param name="chance">Decides the moment.</param>
    /// <param name="time">How long it lasts, or null for two seconds.</param>
    /// <returns>The longest time until every node was ready again.</returns>
    public async Task<TimeSpan> RepeatAsync(Deployment deployment, Backends backends, Customers load, int times, Random chance, TimeSpan? time = null)
    {
        var longest = TimeSpan.Zero;
        for (var done = 0; done < times; done++)
        {
            await Task.WhenAny(load.NextConfirmationAsync(), Task.Delay(Quiet));
            await Task.Delay(chance.Next(LatestMilliseconds));
            await RunAsync(backends, time ?? Long);
            var healing = Stopwatch.StartNew();
            await Task.WhenAll(deployment.Nodes.Select(node => node.UntilReadyAsync()));
            longest = healing.Elapsed > longest ? healing.Elapsed : longest;
        }

        return longest;
    }

    private static Disturbance[] OnTheWayTo(string server, Func<Backends, TcpProxy> way) =>
    [
        new($"{server} is half open", (backends, time) => OnTheWay(way(backends), Traffic.Vanishes, time)),
        new($"{server} is refused", (backends, time) => OnTheWay(way(backends), Traffic.IsRefused, time)),
        new($"{server} has its answers cut", (backends, time) => OnTheWay(way(backends), Traffic.AnswersAreCut, time)),
        new($"{server} is reset", (backends, _) =>
        {
            way(backends).Reset();
            return Task.CompletedTask;
        }),
        Slow($"{server} is slow", 50, way),
        Slow($"{server} is very slow", 500, way),
        Slow($"{server} is slower than anybody waits", 3_000, way),
    ];

    // The delay holds in each direction, so it is half of what a call takes longer.
    private static Disturbance Slow(string name, int milliseconds, Func<Backends, TcpProxy> way) => new(name, async (backends, time) =>
    {
        way(backends).Delay = TimeSpan.FromMilliseconds(milliseconds / 2.0);
        await Task.Delay(time);
        way(backends).Delay = TimeSpan.Zero;
    });

    private static async Task OnTheWay(TcpProxy proxy, Traffic traffic, TimeSpan time)
    {
        proxy.Traffic = traffic;
        await Task.Delay(time);
        proxy.Traffic = Traffic.Passes;
    }

    private static async Task PauseAsync(Backends backends, TimeSpan time, string whom)
    {
        await backends.Redis.AskAsync("CLIENT", "PAUSE", $"{(int)time.TotalMilliseconds}", whom);
        await Task.Delay(time);
    }

    private static async Task SwitchAsync(Backends backends, TimeSpan time, string fault)
    {
        await backends.Provider.SwitchAsync(new JsonObject { [fault] = 1_000 });
        await Task.Delay(time);
        await backends.Provider.SwitchAsync([]);
    }
}
