using System.Collections.Concurrent;
using System.Diagnostics;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>Asks every node ten times a second whether it lives: a node whose threads are all waiting answers late.</summary>
internal sealed class HealthProbe : IAsyncDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentBag<double> answers = [];
    private readonly CancellationTokenSource ending = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Task asking;

    public HealthProbe(IEnumerable<BotNode> nodes) => asking = Task.WhenAll(nodes.Select(AskAsync));

    /// <summary>How long an answer took that was slower than such a share of them, in seconds.</summary>
    public double At(double share) => answers.Order().ToArray() is { Length: > 0 } sorted ? sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] : 0;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await asking;
        http.Dispose();
        ending.Dispose();
    }

    private async Task AskAsync(BotNode node)
    {
        while (!ending.IsCancellationRequested)
        {
            var took = Stopwatch.StartNew();
            try
            {
                using var answer = await http.GetAsync(new Uri(node.Address, "/health/live"));
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Counted with the time that it took.
            }

            answers.Add(took.Elapsed.TotalSeconds);
            await Task.Delay(Rhythm);
        }
    }
}
