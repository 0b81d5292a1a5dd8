using System.Diagnostics.CodeAnalysis;

namespace ServiceBot.Bot.Hosting;

/// <summary>Time that began at a fixed moment when the program started, and runs on from there; for demonstrations and tests. Timers run in real time.</summary>
/// <param name="start">The time when the program started.</param>
/// <param name="real">What measures the time since.</param>
internal sealed class ShopClock(DateTimeOffset start, TimeProvider real) : TimeProvider
{
    private readonly long began = real.GetTimestamp();

    /// <summary>The machine's own clock; the only place that names it.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The composition root chooses the clock, here.")]
    public static TimeProvider Real => System;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (start + real.GetElapsedTime(began)).ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
