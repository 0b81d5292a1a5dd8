namespace ServiceBot.CtiAdapter.Tests;

/// <summary>A clock that stands until a test moves it; timers run in real time.</summary>
internal sealed class StandingClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Advance(TimeSpan span) => now += span;
}
