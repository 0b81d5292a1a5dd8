using System.Diagnostics;
using System.Globalization;

namespace ServiceBot.Benchmarks;

/// <summary>As many callers as there are connections, each calling again as soon as it was answered.</summary>
internal static class ClosedLoop
{
    // Of the calls in a chunk while a server warms up, and of the figures of chunks between which it counts as warm.
    private const int WarmSeconds = 5;
    private const int WarmCalls = 30_000;
    private const int WarmChunks = 36;
    private const int RestingChunks = 3;
    private const double Steady = 0.04;

    private static int loop;

    /// <summary>Calls until the server's processor time a call has rested for a quarter of a minute: its compiler has then done its work. At least 30,000 calls, at most three minutes.</summary>
    public static async Task WarmAsync(string name, int connections, Func<int, int, int, Task<bool>> call, Process? server)
    {
        var calls = 0.0;
        var chunks = new List<double>();
        while (chunks.Count < WarmChunks)
        {
            var now = await RunAsync($"warm: {name}", connections, WarmSeconds, call, server);
            calls += now.Rate * WarmSeconds;
            chunks.Add(now.Cpu);
            if (calls >= WarmCalls && chunks.Count > RestingChunks && chunks[^RestingChunks..].Min() > chunks[..^RestingChunks].Min() * (1 - Steady)) return;
        }
    }

    /// <summary>Runs for a while, and prints what came of it.</summary>
    /// <param name="name">What is called.</param>
    /// <param name="connections">How many callers.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="call">Is given the loop's number, so that each loop talks in conversations of its own, the caller's and the call's; says whether the answer was right.</param>
    /// <param name="server">Whose processor time is counted, or null.</param>
    /// <param name="pause">How long each rests after an answer, by half shorter or longer: people do not speak in step.</param>
    /// <param name="steps">How many calls of one caller belong together: callers begin spread over so many pauses, so that not all are at the same step at once.</param>
    public static async Task<LoopResult> RunAsync(string name, int connections, int seconds, Func<int, int, int, Task<bool>> call, Process? server = null, TimeSpan pause = default, int steps = 1)
    {
        var number = Interlocked.Increment(ref loop);
        var before = Cpu(server);
        var end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        var lanes = await Task.WhenAll(Enumerable.Range(0, connections).Select(async lane =>
        {
            var times = new List<double>();
            var failed = 0;
            var chance = new Random(lane); // the same pauses for all that are compared
            if (pause > TimeSpan.Zero) await Task.Delay(pause * steps * lane / connections);
            for (var i = 0; Stopwatch.GetTimestamp() < end; i++)
            {
                var start = Stopwatch.GetTimestamp();
                if (!await call(number, lane, i)) failed++;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (pause > TimeSpan.Zero) await Task.Delay(pause * (0.5 + chance.NextDouble()));
            }
            return (times, failed);
        }));
        var all = lanes.SelectMany(lane => lane.times).Order().ToArray();
        var result = new LoopResult(all.Length / (double)seconds, all[all.Length / 2], all[all.Length * 95 / 100], all[all.Length * 99 / 100], lanes.Sum(lane => lane.failed), (Cpu(server) - before).TotalMilliseconds / all.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-38} {result.Rate,8:0} /s  p50 {result.Median:0.00} ms  p95 {result.P95:0.00} ms  p99 {result.P99:0.00} ms  {(server is null ? "" : $"{result.Cpu:0.000} ms of its CPU each  ")}failed {result.Failed}"));
        return result;
    }

    private static TimeSpan Cpu(Process? server)
    {
        if (server is null) return TimeSpan.Zero;
        server.Refresh();
        return server.TotalProcessorTime;
    }
}

/// <summary>What came of a loop.</summary>
/// <param name="Rate">Calls a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Failed">How many were answered wrongly.</param>
/// <param name="Cpu">Milliseconds of the server's processor time a call.</param>
internal sealed record LoopResult(double Rate, double Median, double P95, double P99, int Failed, double Cpu);
