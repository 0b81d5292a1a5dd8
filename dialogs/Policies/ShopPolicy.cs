using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Whose law stands above the shop's own rules.</summary>
public enum Jurisdiction
{
    /// <summary>Only the shop's own rules.</summary>
    None,
    /// <summary>Korea: 전자상거래법 and its decree.</summary>
    Korea,
}

/// <summary>All that a shop decides about its service. Read from a file by <see cref="Parse"/>; each field is described in docs/policy.md.</summary>
public sealed record ShopPolicy
{
    /// <summary>The shop's own version of the file, kept with what was decided by it.</summary>
    public required string Version { get; init; }
    /// <summary>Whose law stands above the rest.</summary>
    public required Jurisdiction Jurisdiction { get; init; }
    /// <summary>Where the shop's days begin and end.</summary>
    public required TimeZoneInfo TimeZone { get; init; }
    /// <summary>The language to begin in.</summary>
    public required SpokenLanguage Language { get; init; }
    /// <summary>ISO 4217; the currency of every amount in the policy.</summary>
    public required string Currency { get; init; }
    /// <summary>Whether the shop only brings sellers and buyers together (통신판매중개자).</summary>
    public bool IsIntermediary { get; init; }
    /// <summary>How customers prove who they are.</summary>
    public required IdentityRules Identity { get; init; }
    /// <summary>What may come back, and what is asked.</summary>
    public required ReturnRules Returns { get; init; }
    /// <summary>Where the money goes, and up to what amount without a person.</summary>
    public required RefundRules Refunds { get; init; }
    /// <summary>Who pays the way.</summary>
    public required PostageRules Postage { get; init; }
    /// <summary>When people work, and by when they answer.</summary>
    public required ServiceRules Service { get; init; }

    /// <summary>The demo shop in Korea.</summary>
    public static ShopPolicy KoreanDemo { get; } = Parse(PolicyResources.Text("shop-policy.kr-demo.json"));

    /// <summary>The days that count here.</summary>
    public BusinessCalendar Calendar => Jurisdiction is Jurisdiction.Korea ? BusinessCalendar.Korea : BusinessCalendar.Weekends;

    /// <summary>Reads a policy file.</summary>
    /// <param name="json">The file's text; comments and trailing commas are allowed.</param>
    /// <exception cref="ShopPolicyException">Something is wrong; it lists every error with field and value.</exception>
    public static ShopPolicy Parse(string json) => ShopPolicyFile.Read(json);

    /// <summary>The day in the shop's time zone.</summary>
    public DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);

    /// <summary>By when a refund is owed whose clock starts on that day, or null where no law sets a time.</summary>
    public DateOnly? RefundDueAfter(DateOnly start) => Jurisdiction is Jurisdiction.Korea ? RefundDeadlines.After(start).On : null;

    /// <summary>By when a complaint of that severity is answered: low, normal, high or critical; anything else counts as normal.</summary>
    public DateTimeOffset AnswerBy(string? severity, DateTimeOffset now) =>
        ComplaintTimes.AnswerBy(this, Service.Answers.GetValueOrDefault(severity ?? "normal", Service.Answers["normal"]), now);

    /// <summary>By when a person calls back.</summary>
    public DateTimeOffset CallbackBy(DateTimeOffset now) => Service.Callback.Add(now, this);

    /// <summary>Whether people are at work.</summary>
    public bool IsOpen(DateTimeOffset now) => Service.Hours.IsOpen(now, this);

    /// <summary>The days on which a courier can be booked now, earliest first; empty where nothing is booked.</summary>
    public ImmutableArray<DateOnly> PickupDays(DateTimeOffset now)
    {
        if (Returns.Pickup is not { } pickup) return [];
        var first = Calendar.AfterBusinessDays(DateOf(now), pickup.EarliestBusinessDays);
        return [.. Enumerable.Range(0, pickup.DaysOffered).Select(n => n == 0 ? first : Calendar.AfterBusinessDays(first, n))];
    }
}
