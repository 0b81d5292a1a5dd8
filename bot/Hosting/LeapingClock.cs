namespace ServiceBot.Bot.Hosting;

/// <summary>A clock that can be sent forward, for demonstrations. It never goes back, so what was noted in order stays in order; timers run in real time.</summary>
/// <param name="inner">The clock that it runs ahead of.</param>
internal sealed class LeapingClock(TimeProvider inner) : TimeProvider
{
    private long ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => inner.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Leaps to a time to come; one that has passed is left alone.</summary>
    public void LeapTo(DateTimeOffset to)
    {
        var leap = (to - GetUtcNow()).Ticks;
        if (leap > 0) Interlocked.Add(ref ahead, leap);
    }
}
