using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Rows;
using ServiceBot.Rig.Runs;

var kills = Count("--kills", "How often a node is killed, a moment after somebody said yes.");
var redisKills = Count("--redis-kills", "How often Redis is killed.");
var postgresKills = Count("--postgres-kills", "How often PostgreSQL is killed.");
var points = Count("--points", "How often a node is killed at each crash point.");
var rounds = Count("--rounds", "How often each disturbance of the servers and the ways to them happens, two seconds each.");
var stops = Count("--stops", "How often a node stands still for half a minute just after two thirds of the customers said yes at once.");
var parallel = Count("--parallel", "How often 64 messages are sent at once to one conversation.");
var rows = new Option<string[]>("--rows") { Description = $"Runs that bring their own deployment: {string.Join("; ", Row.All.Select(row => $"{row.Id} {row.What}"))}.", AllowMultipleArgumentsPerToken = true };
var rowTimes = new Option<int>("--times") { Description = "How often each of --rows does what it does; of A9 and A13 how many conversations.", DefaultValueFactory = _ => 3 };
var rowSeconds = new Option<int>("--seconds") { Description = "How long the load of A1, A13 and A23 lasts.", DefaultValueFactory = _ => 60 };
var rate = new Option<int>("--rate") { Description = "How much is said a second in A13.", DefaultValueFactory = _ => 20 };
var before = new Option<string?>("--before") { Description = "The program of the version before, for A23." };
var minutes = new Option<int>("--minutes") { Description = "After how long no kill of a node is begun any more.", DefaultValueFactory = _ => 24 * 60 };
var nodes = new Option<int>("--nodes") { Description = "How many nodes the bot has.", DefaultValueFactory = _ => 2 };
var atOnce = new Option<int>("--customers") { Description = "How many customers talk at a time; of A17 how many agents are cut off at a time, of A18 how many there are.", DefaultValueFactory = _ => 12 };
var isEmbedded = new Option<bool>("--embedded") { Description = "One node with everything in its own folder, instead of Redis, PostgreSQL and a payment provider." };
var command = new RootCommand("Kills and disturbs a running bot under load, and checks that nothing is lost or doubled.")
{
    kills, redisKills, postgresKills, points, rounds, stops, parallel, rows, rowTimes, rowSeconds, rate, before, minutes, nodes, atOnce, isEmbedded,
};
command.SetAction(async (parsed, _) =>
{
    if ((parsed.GetValue(isEmbedded) ? BotBuild.WhyMissing : Backends.WhyMissing) is { } missing)
        throw new InvalidOperationException(missing);
    if (parsed.GetValue(rows) is { Length: > 0 } chosen)
        return await RunRowsAsync([.. chosen.Select(Row.Named)], parsed);
    // Nobody comes twice, and somebody must be talking to the end: at each crash point for some seconds.
    var each = 1_000 + Math.Max(2 * new[] { kills, redisKills, postgresKills, rounds, stops }.Max(parsed.GetValue), 400 * parsed.GetValue(points));
    var size = each * new[] { kills, redisKills, postgresKills, points, rounds, stops }.Count(option => parsed.GetValue(option) > 0) + parsed.GetValue(parallel);
    await using var deployment = parsed.GetValue(isEmbedded) ? await Deployment.EmbeddedAsync(size) : await Deployment.ServedAsync(parsed.GetValue(nodes), size);
    var under = new UnderLoad(deployment, parsed.GetValue(atOnce));
    var isClean = true;

    if (parsed.GetValue(kills) is > 0 and var nodeKills)
    {
        var left = nodeKills;
        var begun = Stopwatch.StartNew();
        Killer? killer = null;
        await TellAsync($"{nodeKills} kills of a node at most", await under.RunAsync(each, load =>
        {
            killer = new Killer(load, new Random(1));
            return Task.WhenAll(deployment.Nodes.Select(node => killer.RunAsync(node, () => Interlocked.Decrement(ref left) >= 0 && begun.Elapsed.TotalMinutes < parsed.GetValue(minutes))));
        }));
        var starts = killer?.Restarts.Order().Select(start => start.TotalSeconds).ToArray() ?? [];
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  kills          {starts.Length}{Environment.NewLine}  restart        {starts[starts.Length / 2]:0.0} s median, {starts[starts.Length * 99 / 100]:0.0} s p99; {killer?.RefusedStarts} starts ended by themselves"));
    }

    foreach (var (option, name) in new[] { (redisKills, "redis is killed"), (postgresKills, "postgres is killed") })
        if (parsed.GetValue(option) is > 0 and var times && deployment.Backends is { } backends)
            await TellAsync($"{times} times {name}", await under.RunAsync(each, load => Disturbance.Named(name).RepeatAsync(deployment, backends, load, times, new Random(2))));

    if (parsed.GetValue(points) is > 0 and var passes)
    {
        var places = deployment.Backends is null ? CrashPoints.Of("Redis", "Refund") : CrashPoints.Of("Embedded");
        IReadOnlyList<string> never = [];
        await TellAsync($"{places.Count} crash points, {passes} times each", await under.RunAsync(each, async load => never = await CrashPointKills.RunAsync(deployment, load, places, passes, new Random(3))));
        await Console.Out.WriteLineAsync($"  never passed   {(never.Count == 0 ? "none" : string.Join(", ", never))}");
        isClean &= never.Count == 0;
    }

    if (parsed.GetValue(rounds) is > 0 and var repeats && deployment.Backends is { } disturbed)
        await TellAsync($"{Disturbance.All.Count} disturbances, {repeats} times each", await under.RunAsync(each, async load =>
        {
            for (var round = 0; round < repeats; round++)
                foreach (var disturbance in Disturbance.All)
                    await disturbance.RepeatAsync(deployment, disturbed, load, times: 1, new Random(round));
        }));

    if (parsed.GetValue(stops) is > 0 and var pauses)
    {
        var stopped = new List<Stopped>();
        await TellAsync($"{pauses} times a node stands still", await under.RunAsync(each, async load =>
        {
            for (var stop = 0; stop < pauses; stop++)
                stopped.Add(await StoppedNode.RunAsync(deployment, load, parsed.GetValue(atOnce) * 2 / 3, TimeSpan.FromSeconds(35), stop));
        }));
        await Console.Out.WriteLineAsync($"  in flight      {new Stopped(stopped.Sum(one => one.Messages), stopped.Sum(one => one.Refunds))}, over all stops");
    }

    if (parsed.GetValue(parallel) is > 0 and var storms)
    {
        var findings = new Findings();
        for (var storm = 0; storm < storms; storm++)
            await ParallelMessages.RunAsync(deployment, 64, size - 1 - storm, findings);
        await Console.Out.WriteLineAsync($"{storms} times 64 messages at once to one conversation{Environment.NewLine}  found          {findings}");
        isClean &= findings.IsClean;
    }

    return isClean ? 0 : 1;

    async Task TellAsync(string what, Report report)
    {
        isClean &= report.Findings.IsClean;
        await Console.Out.WriteLineAsync($"{what}{Environment.NewLine}{report}");
    }
});
return await command.Parse(args).InvokeAsync();

async Task<int> RunRowsAsync(IReadOnlyList<Row> chosen, ParseResult parsed)
{
    var isClean = true;
    foreach (var row in chosen)
    {
        if (row.WhyMissing is { } reason)
            throw new InvalidOperationException($"{row.Id}: {reason}");
        var run = new RowRun
        {
            Times = parsed.GetValue(rowTimes), Time = TimeSpan.FromSeconds(parsed.GetValue(rowSeconds)), AtOnce = parsed.GetValue(atOnce), Rate = parsed.GetValue(rate),
            Before = parsed.GetValue(before), Output = Console.Out,
        };
        await row.RunAsync(run);
        await run.EndAsync();
        isClean &= run.IsClean;
    }

    return isClean ? 0 : 1;
}

static Option<int> Count(string name, string description) => new(name) { Description = description };
