using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Policies;

/// <summary>When people work, in the shop's time zone; never on holidays.</summary>
/// <param name="Days">Days of the week, at least one.</param>
/// <param name="Open">From.</param>
/// <param name="Close">To, after <paramref name="Open"/>.</param>
public sealed record ServiceHours(ImmutableArray<DayOfWeek> Days, TimeOnly Open, TimeOnly Close)
{
    /// <summary>The lunch break within the hours, or null.</summary>
    public LunchBreak? Lunch { get; init; }

    /// <summary>Whether people are at work.</summary>
    public bool IsOpen(DateTimeOffset now, ShopPolicy policy)
    {
        var local = TimeZoneInfo.ConvertTime(now, policy.TimeZone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return Spans(DateOnly.FromDateTime(local.DateTime), policy).Any(span => time >= span.From && time < span.To);
    }

    /// <summary>Whether people are at work today and have their lunch break now.</summary>
    public bool IsLunch(DateTimeOffset now, ShopPolicy policy)
    {
        var local = TimeZoneInfo.ConvertTime(now, policy.TimeZone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return Lunch is { } lunch && time >= lunch.From && time < lunch.To && Spans(DateOnly.FromDateTime(local.DateTime), policy).Any();
    }

    /// <summary>The moment at which that much working time has passed.</summary>
    public DateTimeOffset Add(DateTimeOffset now, TimeSpan work, ShopPolicy policy)
    {
        var local = TimeZoneInfo.ConvertTime(now, policy.TimeZone).DateTime;
        for (var day = DateOnly.FromDateTime(local); ; day = day.AddDays(1))
            foreach (var (from, to) in Spans(day, policy))
            {
                var begins = day.ToDateTime(from) is var start && start > local ? start : local;
                var left = day.ToDateTime(to) - begins;
                if (left <= TimeSpan.Zero) continue;
                if (work <= left) return At(begins + work, policy);
                work -= left;
            }
    }

    /// <summary>The close of a day's work.</summary>
    public DateTimeOffset CloseOf(DateOnly day, ShopPolicy policy) => At(day.ToDateTime(Close), policy);

    private IEnumerable<(TimeOnly From, TimeOnly To)> Spans(DateOnly day, ShopPolicy policy)
    {
        if (!Days.Contains(day.DayOfWeek) || policy.Calendar.Holiday(day) is not null) return [];
        return Lunch is { } lunch ? [(Open, lunch.From), (lunch.To, Close)] : [(Open, Close)];
    }

    private static DateTimeOffset At(DateTime local, ShopPolicy policy) => new(local, policy.TimeZone.GetUtcOffset(local));
}

/// <summary>A break in which nobody answers.</summary>
/// <param name="From">From.</param>
/// <param name="To">To, after <paramref name="From"/>.</param>
public sealed record LunchBreak(TimeOnly From, TimeOnly To);
