using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Policies;

/// <summary>When people work, and by when they answer.</summary>
public sealed record ServiceRules
{
    /// <summary>When people work.</summary>
    public required ServiceHours Hours { get; init; }
    /// <summary>By when a complaint is answered, by severity: low, normal, high, critical; all four are there.</summary>
    public required ImmutableSortedDictionary<string, AnswerTime> Answers { get; init; }
    /// <summary>By when a person calls back.</summary>
    public required AnswerTime Callback { get; init; }
    /// <summary>Whether customers are asked how it was.</summary>
    public bool AsksSatisfaction { get; init; }
    /// <summary>Minutes of silence after which the customer is reminded once; null for never.</summary>
    public int? IdleMinutes { get; init; }

    /// <summary>The severities, mildest first.</summary>
    public static ImmutableArray<string> Severities { get; } = ["low", "normal", "high", "critical"];
}

/// <summary>How an answer time is counted.</summary>
public enum TimeUnit
{
    /// <summary>Hours by the clock.</summary>
    Hours,
    /// <summary>Hours in which people work, lunch left out.</summary>
    BusinessHours,
    /// <summary>Business days, to the close of the last.</summary>
    BusinessDays,
}

/// <summary>A time to answer in.</summary>
/// <param name="Amount">How many, at least one.</param>
/// <param name="Unit">Of what.</param>
public sealed record AnswerTime(int Amount, TimeUnit Unit)
{
    /// <summary>The moment at which the time is over.</summary>
    public DateTimeOffset Add(DateTimeOffset now, ShopPolicy policy) => Unit switch
    {
        TimeUnit.Hours => now.AddHours(Amount),
        TimeUnit.BusinessHours => policy.Service.Hours.Add(now, TimeSpan.FromHours(Amount), policy),
        _ => policy.Service.Hours.CloseOf(policy.Calendar.AfterBusinessDays(policy.DateOf(now), Amount), policy),
    };
}
