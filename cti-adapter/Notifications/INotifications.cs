namespace ServiceBot.CtiAdapter.Notifications;

/// <summary>Tells somebody something on their telephone, beside any conversation, on whichever channel reaches them.</summary>
public interface INotifications
{
    /// <summary>Sends it by the first channel that takes it.</summary>
    /// <param name="notification">What.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The channel that took it.</returns>
    Task<NotificationReceipt> SendAsync(Notification notification, CancellationToken cancellationToken);
}

/// <summary>One way to notify: text messages, or templates of a messenger such as KakaoTalk's 알림톡. Those registered go before text messages, which take everything.</summary>
public interface INotificationChannel
{
    /// <summary>Its name, such as <c>sms</c>, for records and logs.</summary>
    string Name { get; }

    /// <summary>Sends a notification, once for each <see cref="Notification.Key"/>, however often it is asked.</summary>
    /// <returns>How that went. A channel throws nothing for what its company answers, or does not.</returns>
    Task<NotificationOutcome> SendAsync(Notification notification, CancellationToken cancellationToken);
}

/// <summary>Something to tell, free of any channel: a template by its name, and what stands in it by name, as the channels that approve templates want it.</summary>
/// <param name="Key">One key for one thing for ever.</param>
/// <param name="To">The telephone, with + and the country. Personal.</param>
/// <param name="From">Our number.</param>
/// <param name="Template">The key of a sentence, such as <c>vru.textMissed</c>.</param>
/// <param name="Locale">ko-KR or en-US.</param>
public sealed record Notification(string Key, string To, string From, string Template, string Locale)
{
    /// <summary>What stands in the template, by the names that the sentence uses.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>How sending went.</summary>
public enum NotificationOutcome
{
    /// <summary>The company has taken it.</summary>
    Sent,
    /// <summary>The channel does not reach this person, or has no such template.</summary>
    NotReached,
    /// <summary>The company refused it.</summary>
    Failed,
    /// <summary>It was not sent, and may be later: there was too much at once, or the company does not know us.</summary>
    NotNow,
    /// <summary>Nobody knows whether it was taken; it is sent on the next channel all the same: told twice is better than never.</summary>
    Unknown,
}

/// <summary>What became of a notification.</summary>
/// <param name="Outcome">How the last channel that was tried answered.</param>
/// <param name="Channel">That channel.</param>
public sealed record NotificationReceipt(NotificationOutcome Outcome, string Channel);
