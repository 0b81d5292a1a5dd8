using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Tests.Hosting;

public class ShopClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void It_begins_at_the_fixed_time_and_runs_on_with_the_real_one()
    {
        var real = new StepTime();
        var clock = new ShopClock(Start, real);
        Assert.Equal(Start, clock.GetUtcNow());

        real.Step(TimeSpan.FromHours(3));

        Assert.Equal(Start.AddHours(3), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
    }

    [Theory]
    [InlineData("2026-11-22T09:00:00+09:00", true)]
    [InlineData("2026-11-22T00:00Z", true)]
    [InlineData("2026-11-22T09:00:00.5+09:00", true)]
    [InlineData("2026-11-22T09:00:00", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("now", false)]
    [InlineData("2026-13-22T09:00:00+09:00", false)]
    public void A_time_is_taken_only_with_its_offset(string text, bool taken) => Assert.Equal(taken, new TimeWithOffsetAttribute().IsValid(text));

    private sealed class StepTime : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Step(TimeSpan by) => ticks += by.Ticks;
    }
}
