namespace ServiceBot.Dialogs.Policies;

/// <summary>Goods that are not as shown or agreed: rule C04, which holds even where withdrawal is excluded.</summary>
internal static class Nonconformity
{
    /// <summary>The last day: three months after delivery or thirty days after it was noticed, whichever is earlier.</summary>
    public static DateOnly Deadline(BusinessCalendar calendar, DateOnly delivered, DateOnly known)
    {
        var rule = KoreanLaw.Rule("C04");
        var byDelivery = calendar.AfterMonths(delivered, rule["months"]);
        var byNotice = calendar.AfterDays(known, rule["days"]);
        return byDelivery < byNotice ? byDelivery : byNotice;
    }

    /// <summary>The last day for that line; what was noticed before delivery counts from delivery, and what nobody dated from today.</summary>
    public static DateOnly Deadline(RequestedLine line, DateOnly delivered)
    {
        var known = line.Request.KnownOn is { } noticed && noticed < line.SentOn ? noticed : line.SentOn;
        return Deadline(line.Calendar, delivered, known < delivered ? delivered : known);
    }
}
