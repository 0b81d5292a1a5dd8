namespace ServiceBot.Bot.Desk.Wall;

/// <summary>
/// A look at something that is costly to look at. It is shared by all who ask before it begins, so that nobody is shown what was before they asked; it begins when the
/// one before has ended, and not sooner after that one began than a given time.
/// </summary>
/// <param name="look">Looks.</param>
/// <param name="between">The shortest time from the beginning of one look to that of the next.</param>
/// <param name="clock">The time.</param>
internal sealed class SharedLook<T>(Func<CancellationToken, Task<T>> look, TimeSpan between, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Task<T>? coming;
    private Task last = Task.CompletedTask;
    private long? begun;

    /// <summary>Looks, together with whoever asks at the same time.</summary>
    /// <param name="cancellationToken">Ends the waiting; others may wait for the same look.</param>
    public Task<T> LookAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (coming is null) last = coming = BeginAsync(last);
            return coming.WaitAsync(cancellationToken);
        }
    }

    private async Task<T> BeginAsync(Task before)
    {
        // Whoever waits for the one before is told how it failed.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        if (begun is { } at && between - clock.GetElapsedTime(at) is { Ticks: > 0 } rest) await Task.Delay(rest, clock);
        lock (gate)
        {
            coming = null;
            begun = clock.GetTimestamp();
        }
        return await look(CancellationToken.None);
    }
}
