using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>The date vectors of the Korean policy table, by their ids.</summary>
public class DateVectorTests
{
    private static readonly BusinessCalendar Korea = BusinessCalendar.Korea;

    [Theory]
    [InlineData("W1", "2026-11-02", "2026-11-09")]
    [InlineData("W2", "2026-09-18", "2026-09-28")]
    [InlineData("W3", "2026-02-10", "2026-02-19")]
    [InlineData("W4", "2026-10-02", "2026-10-12")]
    public void A_withdrawal_period_of_seven_days_ends_on_a_working_day(string id, string from, string end) =>
        Assert.Equal((id, Day(end)), (id, Korea.AfterDays(Day(from), 7)));

    [Theory]
    [InlineData("R1", "2026-11-06", "2026-11-11")]
    [InlineData("R2", "2026-09-22", "2026-09-29")]
    [InlineData("R3", "2026-12-24", "2026-12-30")]
    [InlineData("R4", "2026-02-13", "2026-02-23")]
    public void A_refund_is_due_after_three_business_days(string id, string received, string due) =>
        Assert.Equal((id, Day(due)), (id, RefundDeadlines.After(Day(received)).On));

    [Fact]
    public void N1_what_was_noticed_late_ends_with_the_three_months() =>
        Assert.Equal(Day("2026-11-10"), Nonconformity.Deadline(Korea, delivered: Day("2026-08-10"), known: Day("2026-11-01")));

    [Fact]
    public void N2_three_months_are_cut_to_a_short_month_and_roll_over_a_holiday() =>
        Assert.Equal(Day("2027-03-02"), Korea.AfterMonths(Day("2026-11-30"), 3));

    [Fact]
    public void N3_what_was_noticed_early_ends_thirty_days_later_and_rolls_over_a_substitute_holiday() =>
        Assert.Equal(Day("2026-10-06"), Nonconformity.Deadline(Korea, delivered: Day("2026-08-31"), known: Day("2026-09-05")));

    [Fact]
    public void I1_ten_days_late_cost_411_won_on_100_000() =>
        Assert.Equal(new Money(411, "KRW"), DelayCompensation.For(new(100_000, "KRW"), due: Day("2026-11-10"), paid: Day("2026-11-20")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
