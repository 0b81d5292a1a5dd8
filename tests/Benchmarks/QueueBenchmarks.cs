using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>
/// The queue's steps with ever more customers waiting, beside a script that does nothing, through the same client: rounds of each in turn, and the medians
/// of the rounds. Every customer is put into the middle of those who wait, offered and accepted, so the queue stays as long as it is; every step is checked.
/// </summary>
internal static class QueueBenchmarks
{
    private const int Callers = 64;
    private const int Rounds = 5;
    private const int Seconds = 4;
    private const int Steps = 3;
    private static readonly string[] Names = ["enqueue", "offer", "accept"];
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Lane Lane = new("returns", "ko");
    private static readonly RedisScript Nothing = new("return 1");

    public static async Task<int> RunAsync()
    {
        await using var redis = await RedisServer.StartAsync();
        using var link = RedisLink.Open(new RedisSettings { Configuration = redis.Configuration, Prefix = "bench", DeadlineMilliseconds = 10_000 }, ShopClock.Real, NullLogger<RedisLink>.Instance);
        var queue = new RedisQueue(link);
        await FillAsync(queue, 0, 100);
        await BareAsync(link, "warm: bare script");
        await CycleAsync(queue, "warm: queue", 100);
        var (waiting, failed) = (100, 0);
        foreach (var size in new[] { 100, 10_000, 100_000 })
        {
            await FillAsync(queue, waiting, size);
            waiting = size;
            var (bare, cycle, times) = (new List<double>(), new List<double>(), Names.Select(_ => new List<double>()).ToArray());
            for (var round = 0; round < Rounds; round++)
            {
                var floor = await BareAsync(link, $"{size,7} bare script");
                var (result, p99) = await CycleAsync(queue, $"{size,7} enqueue, offer, accept", size);
                bare.Add(floor.Rate);
                cycle.Add(result.Rate * Steps);
                for (var step = 0; step < Steps; step++) times[step].Add(p99[step]);
                failed += floor.Failed + result.Failed;
            }
            if ((await queue.LengthsAsync(default)).Sum(length => length.Count) != size) failed++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,7} waiting: {Median(cycle):0} steps/s, {Median([.. cycle.Zip(bare, (own, floor) => own / floor)]):0.00} of the bare script's; p99 {string.Join(", ", Names.Zip(times, (name, each) => string.Create(CultureInfo.InvariantCulture, $"{name} {Median(each):0.0} ms")))}; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        }
        return failed == 0 ? 0 : 1;
    }

    private static Task<LoopResult> BareAsync(RedisLink link, string name) =>
        ClosedLoop.RunAsync(name, Callers, Seconds, async (_, _, _) => (long)await link.AskAsync(database => Nothing.RunAsync(database, ["{desk}"], []), default) == 1);

    private static async Task<(LoopResult Result, double[] P99)> CycleAsync(RedisQueue queue, string name, int size)
    {
        var times = Enumerable.Range(0, Callers * Steps).Select(_ => new List<double>()).ToArray();
        var result = await ClosedLoop.RunAsync(name, Callers, Seconds, async (loop, caller, number) =>
        {
            var (id, agent) = ($"n{loop}-{caller}-{number}", $"agent{caller}");
            return await TimedAsync(0, () => queue.EnqueueAsync(Entry(id, size / 2), default))
                && await TimedAsync(1, () => queue.ClaimAsync(id, agent, Noon, default))
                && await TimedAsync(2, async () => await queue.TakeAsync(id, agent, default) is not null);

            async Task<bool> TimedAsync(int step, Func<Task<bool>> take)
            {
                var start = Stopwatch.GetTimestamp();
                var isTaken = await take();
                times[(caller * Steps) + step].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                return isTaken;
            }
        });
        return (result, [.. Enumerable.Range(0, Steps).Select(step =>
        {
            var all = Enumerable.Range(0, Callers).SelectMany(caller => times[(caller * Steps) + step]).Order().ToArray();
            return all[all.Length * 99 / 100];
        })]);
    }

    private static async Task FillAsync(RedisQueue queue, int from, int to)
    {
        foreach (var some in Enumerable.Range(from, to - from).Chunk(500)) await Task.WhenAll(some.Select(number => queue.EnqueueAsync(Entry($"w{number}", number), default)));
    }

    private static QueueEntry Entry(string id, int second)
    {
        var since = Noon.AddSeconds(second);
        return new(id, $"conversation-{id}", Lane, since, QueueEntry.RankOf(since, 0, TimeSpan.FromMinutes(5)), IsCall: false);
    }

    private static double Median(List<double> rounds) => rounds.Order().ElementAt(rounds.Count / 2);
}
