namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The real clock, on which the patience of a line passes in a moment: whatever takes more than some seconds takes a hundredth of it. Deadlines of single requests stay, the telephone company's too.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Times = 100;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CompanyWaits = TimeSpan.FromSeconds(15);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private static TimeSpan Hurried(TimeSpan time) => time < Long || time == CompanyWaits ? time : time / Times;
}
