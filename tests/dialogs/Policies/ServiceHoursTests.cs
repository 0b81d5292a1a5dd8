using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>The demo shop works Monday to Friday, 9 to 18, with lunch from 12 to 13.</summary>
public class ServiceHoursTests
{
    private static readonly ShopPolicy Demo = ShopPolicy.KoreanDemo;

    [Theory]
    [InlineData("2026-11-03 08:59", false)]
    [InlineData("2026-11-03 09:00", true)]
    [InlineData("2026-11-03 12:30", false)]
    [InlineData("2026-11-03 17:59", true)]
    [InlineData("2026-11-03 18:00", false)]
    [InlineData("2026-11-07 10:00", false)]
    [InlineData("2026-10-09 10:00", false)]
    public void People_are_at_work_in_their_hours_only(string now, bool open) => Assert.Equal(open, Demo.IsOpen(At(now)));

    [Theory]
    [InlineData("2026-11-03 11:30", "2026-11-03 14:30")]
    [InlineData("2026-11-03 17:00", "2026-11-04 10:00")]
    [InlineData("2026-11-03 12:30", "2026-11-03 15:00")]
    [InlineData("2026-10-08 22:00", "2026-10-12 11:00")]
    public void Two_working_hours_pass_lunch_nights_and_holidays_by(string now, string by) => Assert.Equal(At(by), Demo.CallbackBy(At(now)));

    [Theory]
    [InlineData("critical", "2026-11-03 11:00")]
    [InlineData("high", "2026-11-03 15:00")]
    [InlineData("normal", "2026-11-04 18:00")]
    [InlineData("low", "2026-11-06 18:00")]
    [InlineData(null, "2026-11-04 18:00")]
    public void A_complaint_is_answered_the_sooner_the_graver_it_is(string? severity, string by) => Assert.Equal(At(by), Demo.AnswerBy(severity, At("2026-11-03 10:00")));

    [Fact]
    public void A_courier_comes_on_the_next_business_days() =>
        Assert.Equal(["2026-10-08", "2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15"], Demo.PickupDays(At("2026-10-07 23:30")).Select(day => day.ToString("yyyy-MM-dd")));

    [Fact]
    public void Where_instructions_are_sent_no_day_is_offered() => Assert.Empty(PolicyFiles.Retail.PickupDays(At("2026-10-07 23:30")));

    [Theory]
    [InlineData("requested", true)]
    [InlineData("pickup_booked", true)]
    [InlineData("collected", false)]
    public void A_return_is_taken_back_until_it_is_collected(string status, bool may) =>
        Assert.Equal(may, Demo.Returns.MayUndo(new Return("R-1", "O-1", status, At("2026-11-03 10:00"))));

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", null), TimeSpan.FromHours(9));
}
