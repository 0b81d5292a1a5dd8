namespace ServiceBot.Dialogs.Policies;

/// <summary>By when a complaint is answered; an intermediary is bound by rule C21 (시행령 §25의2③).</summary>
internal static class ComplaintTimes
{
    /// <summary>The shop's own time, and for an intermediary under Korean law no later than the progress report of C21.</summary>
    public static DateTimeOffset AnswerBy(ShopPolicy policy, AnswerTime answer, DateTimeOffset now)
    {
        var own = answer.Add(now, policy);
        return ProgressBy(policy, now) is { } progress && progress < own ? progress : own;
    }

    /// <summary>C21: by when an intermediary reports progress; null for others.</summary>
    public static DateTimeOffset? ProgressBy(ShopPolicy policy, DateTimeOffset now) => By(policy, "progressDays", now);

    /// <summary>C21: by when an intermediary reports the result; null for others.</summary>
    public static DateTimeOffset? ResultBy(ShopPolicy policy, DateTimeOffset now) => By(policy, "resultDays", now);

    private static DateTimeOffset? By(ShopPolicy policy, string days, DateTimeOffset now) =>
        policy is { Jurisdiction: Jurisdiction.Korea, IsIntermediary: true }
            ? new AnswerTime(KoreanLaw.Rule("C21")[days], TimeUnit.BusinessDays).Add(now, policy)
            : null;
}
