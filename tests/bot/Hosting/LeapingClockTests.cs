using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Tests.Hosting;

public class LeapingClockTests
{
    private readonly Standing inner = new();

    [Fact]
    public void It_runs_on_from_where_it_leapt_to()
    {
        var clock = new LeapingClock(inner);
        clock.LeapTo(inner.Now.AddDays(3));
        inner.Now = inner.Now.AddMinutes(1);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 10, 1, 0, TimeSpan.Zero), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new LeapingClock(inner);
        clock.LeapTo(inner.Now.AddHours(-1));
        Assert.Equal(inner.Now, clock.GetUtcNow());
    }

    private sealed class Standing : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
