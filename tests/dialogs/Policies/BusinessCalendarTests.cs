using ServiceBot.Dialogs.Policies;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar Korea = BusinessCalendar.Korea;

    [Theory]
    [InlineData("2025-10-08", "대체공휴일(추석)")]
    [InlineData("2026-05-01", "노동절")]
    [InlineData("2026-07-17", "제헌절")]
    [InlineData("2026-10-05", "대체공휴일(개천절)")]
    [InlineData("2027-02-09", "대체공휴일(설날)")]
    [InlineData("2028-10-05", "대체공휴일(추석)")]
    public void Holidays_and_their_substitutes_are_known(string day, string name) => Assert.Equal(name, Korea.Holiday(Day(day)));

    [Theory]
    [InlineData("2026-09-28")]
    [InlineData("2026-06-08")]
    [InlineData("2025-07-17")]
    public void A_Saturday_in_the_Chuseok_days_and_Memorial_Day_have_no_substitute_and_Constitution_Day_came_back_in_2026(string day) => Assert.True(Korea.IsBusinessDay(Day(day)));

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void Every_year_of_the_table_has_its_fixed_and_its_lunar_holidays(int year)
    {
        var names = Enumerable.Range(0, 366).Select(n => Korea.Holiday(new DateOnly(year, 1, 1).AddDays(n))).OfType<string>().ToList();
        string[] all = ["1월 1일", "설날 전날", "설날", "설날 다음 날", "3·1절", "어린이날", "부처님 오신 날", "현충일", "광복절", "추석 전날", "추석", "추석 다음 날", "개천절", "한글날", "기독탄신일"];
        Assert.All(all, name => Assert.Contains(names, found => found.Split(", ").Contains(name)));
        Assert.True(Korea.Covers(new(year, 12, 31)));
    }

    [Fact]
    public void A_substitute_never_falls_on_a_day_off_and_follows_its_holiday_within_four_days()
    {
        var days = Enumerable.Range(0, 366 * 5).Select(n => new DateOnly(2024, 1, 1).AddDays(n)).Where(day => Korea.Holiday(day)?.StartsWith("대체공휴일", StringComparison.Ordinal) == true);
        Assert.All(days, day =>
        {
            Assert.DoesNotContain(day.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
            var name = Korea.Holiday(day)?[6..^1] ?? "";
            Assert.Contains(Enumerable.Range(1, 4), n => Korea.Holiday(day.AddDays(-n))?.Contains(name, StringComparison.Ordinal) == true);
        });
    }

    [Fact]
    public void Months_that_begin_with_the_month_end_with_the_month() => Assert.Equal(Day("2027-05-31"), Korea.AfterMonths(Day("2027-02-28"), 3));

    [Fact]
    public void Business_days_counted_from_a_day_off_begin_with_the_next_business_day() => Assert.Equal(Day("2026-11-09"), Korea.AfterBusinessDays(Day("2026-11-07"), 1));

    [Fact]
    public void Without_a_law_only_weekends_are_off() => Assert.True(BusinessCalendar.Weekends.IsBusinessDay(Day("2026-10-09")));
}
