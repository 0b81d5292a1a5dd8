namespace ServiceBot.Dialogs.Policies;

/// <summary>What kind of record is kept.</summary>
public enum RetentionClass
{
    /// <summary>Labels and adverts.</summary>
    Advertising,
    /// <summary>Contracts and withdrawals.</summary>
    Contract,
    /// <summary>Payments and the supply of goods.</summary>
    Payment,
    /// <summary>Complaints and disputes.</summary>
    Complaint,
}

/// <summary>How long records must be kept (시행령 §6, rule C23); what belongs to people who took their consent back is kept apart.</summary>
public static class Retention
{
    /// <summary>The last day on which a record of that day must be kept.</summary>
    public static DateOnly Until(RetentionClass kind, DateOnly recorded) => recorded.AddMonths(Months(kind));

    /// <summary>The instant before which a record need be kept no longer: up to a day later than the law asks, so that it holds in every time zone.</summary>
    /// <param name="kind">What kind of record.</param>
    /// <param name="today">The day in the shop's time zone.</param>
    public static DateTimeOffset Over(RetentionClass kind, DateOnly today) => new(today.AddMonths(-Months(kind)).AddDays(-1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static int Months(RetentionClass kind) => KoreanLaw.Rule("C23")[kind switch
    {
        RetentionClass.Advertising => "advertsMonths",
        RetentionClass.Contract => "contractMonths",
        RetentionClass.Payment => "paymentMonths",
        _ => "complaintMonths",
    }];
}
