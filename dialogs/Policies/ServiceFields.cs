using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Policies;

/// <summary>The section <c>service</c> of a policy file.</summary>
internal static class ServiceFields
{
    private static readonly Dictionary<string, DayOfWeek> Week = ShopPolicyFile.Choices(
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday));

    private static readonly Dictionary<string, TimeUnit> Units = ShopPolicyFile.Choices(
        ("hours", TimeUnit.Hours), ("business_hours", TimeUnit.BusinessHours), ("business_days", TimeUnit.BusinessDays));

    /// <summary>Stands where the section is missing, which is an error already.</summary>
    public static ServiceRules Nothing { get; } = new()
    {
        Hours = new([DayOfWeek.Monday], default, TimeOnly.MaxValue),
        Answers = ImmutableSortedDictionary<string, AnswerTime>.Empty,
        Callback = new(1, TimeUnit.Hours),
    };

    public static ServiceRules Read(PolicyFields fields) => new()
    {
        Hours = fields.Object("hours") is { } hours ? Hours(hours) : Nothing.Hours,
        Answers = fields.Object("answers") is { } answers ? Answers(answers) : Nothing.Answers,
        Callback = fields.Object("callback") is { } callback ? Time(callback) : Nothing.Callback,
        AsksSatisfaction = fields.Flag("askSatisfaction"),
        IdleMinutes = (int?)fields.NumberOrNull("idleMinutes", 1, 1440),
    };

    private static ServiceHours Hours(PolicyFields fields)
    {
        var days = fields.Texts("days", Week.Keys);
        var hours = new ServiceHours([.. days.Select(day => Week[day])], fields.Time("open"), fields.Time("close"));
        if (days.IsEmpty) fields.Error("days", "must name at least one day");
        if (hours.Close <= hours.Open) fields.Error("close", $"must be after 'open', but is {hours.Close:HH\\:mm} where 'open' is {hours.Open:HH\\:mm}");
        if (fields.Object("lunch", optional: true) is { } lunch)
        {
            hours = hours with { Lunch = new(lunch.Time("from"), lunch.Time("to")) };
            if (hours.Lunch.From <= hours.Open || hours.Lunch.To <= hours.Lunch.From || hours.Close <= hours.Lunch.To)
                fields.Error("lunch", $"must lie within the hours, but is {hours.Lunch.From:HH\\:mm} to {hours.Lunch.To:HH\\:mm}");
            lunch.Done();
        }
        fields.Done();
        return hours;
    }

    private static ImmutableSortedDictionary<string, AnswerTime> Answers(PolicyFields fields)
    {
        var answers = ServiceRules.Severities.Select(severity => (severity, Fields: fields.Object(severity)))
            .ToImmutableSortedDictionary(answer => answer.severity, answer => answer.Fields is { } time ? Time(time) : Nothing.Callback, StringComparer.Ordinal);
        fields.Done();
        return answers;
    }

    private static AnswerTime Time(PolicyFields fields)
    {
        var time = new AnswerTime((int)fields.Number("amount", 1, 1000), fields.OneOf("unit", Units, TimeUnit.Hours));
        fields.Done();
        return time;
    }
}
