using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>A13: so many conversations are open in the middle of a refund, and things are said in any of them at a steady rate, whether or not those before were answered.</summary>
internal static class OpenConversations
{
    private const int OpenedAtOnce = 16;
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(5);

    /// <summary>Opens <see cref="RowRun.Times"/> conversations, then says things at <see cref="RowRun.Rate"/> a second for <see cref="RowRun.Time"/>.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await using var deployment = await Deployment.ServedAsync(2, run.Times);
        var conversations = new string[run.Times];
        var opening = Stopwatch.StartNew();
        await Parallel.ForAsync(0, run.Times, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (customer, _) =>
        {
            var chance = new Random(customer);
            conversations[customer] = await deployment.Bot.OpenAsync(chance);
            await deployment.Bot.SayAsync(chance, conversations[customer], "wish", $"My Blue Kettle from order {RigShop.Order(customer)} is defective and I want my money back. My email is {RigShop.Email(customer)}");
        });
        await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"A13: {run.Times} conversations opened up to the read-back in {opening.Elapsed.TotalSeconds:0} s"));

        var memory = new List<(double Minute, double Megabytes)>();
        var (took, failed, running) = (new ConcurrentBag<double>(), 0, new ConcurrentBag<Task>());
        var (begun, sampled, chosen) = (Stopwatch.StartNew(), Stopwatch.StartNew(), new Random(13));
        for (var number = 0; begun.Elapsed < run.Time; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / run.Rate);
            if (due > begun.Elapsed)
                await Task.Delay(due - begun.Elapsed);
            running.Add(SayAsync(conversations[chosen.Next(conversations.Length)], number, due));
            if (sampled.Elapsed > Sampling)
            {
                memory.Add((begun.Elapsed.TotalMinutes, deployment.Nodes.Sum(Megabytes)));
                sampled.Restart();
            }
        }

        await Task.WhenAll(running);
        var sorted = took.Order().ToArray();
        var settled = memory.Where(sample => sample.Minute > run.Time.TotalMinutes / 3).ToArray();
        await run.NoteAsync(string.Create(CultureInfo.InvariantCulture, $"said           {sorted.Length} at {run.Rate} a second for {run.Time.TotalMinutes:0.0} min, {failed} failed"));
        await run.NoteAsync(string.Create(CultureInfo.InvariantCulture, $"answers        {At(0.5):0.000} s median, {At(0.95):0.000} s p95, {At(0.99):0.000} s p99, {At(1):0.000} s longest, from when each was due"));
        await run.NoteAsync(string.Create(CultureInfo.InvariantCulture, $"memory         {memory.LastOrDefault().Megabytes:0} MB on all nodes, {Slope(settled):+0.00;-0.00} MB a minute after the first third"));
        run.Demand(failed == 0, $"{failed} were not answered");

        double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

        async Task SayAsync(string conversation, int number, TimeSpan due)
        {
            if (!await deployment.Bot.TrySayAsync(deployment.Nodes[number % deployment.Nodes.Count].Address, conversation, $"steady-{number}", "How long does a refund take?"))
                Interlocked.Increment(ref failed);
            took.Add((begun.Elapsed - due).TotalSeconds);
        }
    }

    private static double Megabytes(BotNode node) =>
        File.ReadLines($"/proc/{node.Process.Id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => double.Parse(line.AsSpan(6).Trim().TrimEnd("kB ").ToString(), CultureInfo.InvariantCulture) / 1024).Single();

    // Least squares.
    private static double Slope((double Minute, double Megabytes)[] samples)
    {
        if (samples.Length < 2)
            return 0;
        var (x, y) = (samples.Average(sample => sample.Minute), samples.Average(sample => sample.Megabytes));
        return samples.Sum(sample => (sample.Minute - x) * (sample.Megabytes - y)) / samples.Sum(sample => (sample.Minute - x) * (sample.Minute - x));
    }
}
