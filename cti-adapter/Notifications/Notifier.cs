using Microsoft.Extensions.Logging;

namespace ServiceBot.CtiAdapter.Notifications;

/// <summary>Tries the registered channels in their order, and text messages last.</summary>
internal sealed partial class Notifier(IEnumerable<INotificationChannel> channels, TextMessages texts, ILogger<Notifier> logger) : INotifications
{
    /// <inheritdoc/>
    public async Task<NotificationReceipt> SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        foreach (var channel in channels)
        {
            var outcome = await channel.SendAsync(notification, cancellationToken);
            Log.Tried(logger, notification.Template, channel.Name, outcome);
            if (outcome == NotificationOutcome.Sent) return new(outcome, channel.Name);
        }
        var texted = await texts.SendAsync(notification, cancellationToken);
        Log.Tried(logger, notification.Template, texts.Name, texted);
        return new(texted, texts.Name);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Notification {Template} by {Channel}: {Outcome}.")]
        public static partial void Tried(ILogger logger, string template, string channel, NotificationOutcome outcome);
    }
}
