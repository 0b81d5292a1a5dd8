using System.Collections.Concurrent;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Hosting;

/// <summary>Every second, gives conversations the wakes that are due. What fails is tried again, ever more rarely, and holds up nobody else.</summary>
internal sealed partial class Waker(IContextStore store, ITurns turns, TimeProvider time, ILogger<Waker> logger) : BackgroundService
{
    private const int Most = 1_000;
    private const int AtOnce = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Rest> resting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, time);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    /// <summary>One round: everything that is due by now, except what rests after a failure.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await store.DueAsync(time.GetUtcNow(), time.GetUtcNow(), Most, cancellationToken);
            await Parallel.ForEachAsync(
                due.Where(IsRested), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, WakeAsync);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.RoundFailed(logger, fault);
        }
    }

    private async ValueTask WakeAsync(string conversationId, CancellationToken cancellationToken)
    {
        try
        {
            var loaded = await store.LoadAsync(conversationId, Channel.Internal.Name, "wake", cancellationToken);
            var now = time.GetUtcNow();
            foreach (var wake in loaded.Context?.Wakes.Where(wake => wake.At <= now).OrderBy(wake => wake.At).ToArray() ?? [])
                await GiveAsync(conversationId, wake, now, cancellationToken);
            resting.TryRemove(conversationId, out _);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.WakeFailed(logger, fault, conversationId);
            RestFor(conversationId);
        }
    }

    private async Task GiveAsync(string conversationId, Wake wake, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The same wake has the same event id on every node and at every try, so that it is answered once.
        var eventId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"wake-{wake.Name}-{wake.At.ToUnixTimeMilliseconds()}");
        var result = await turns.RunAsync(new Turn(conversationId, eventId, Channel.Internal, new WakeDue(wake.Name), now) { Sender = Sender.System }, cancellationToken);
        if (result.Kind == TurnResultKind.Failed)
            throw new InvalidOperationException($"The wake '{wake.Name}' could not be given now.");
    }

    private bool IsRested(string conversationId) => !resting.TryGetValue(conversationId, out var rest) || rest.Until <= time.GetUtcNow();

    private void RestFor(string conversationId) => resting.AddOrUpdate(
        conversationId,
        _ => new Rest(Round, time.GetUtcNow() + Round),
        (_, last) =>
        {
            var longer = last.Length * 2 > LongestRest ? LongestRest : last.Length * 2;
            return new Rest(longer, time.GetUtcNow() + longer);
        });

    private sealed record Rest(TimeSpan Length, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Looking for conversations that are due failed; it is tried again in a second.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "Waking conversation {Conversation} failed; it is tried again later.")]
        public static partial void WakeFailed(ILogger logger, Exception fault, string conversation);
    }
}
