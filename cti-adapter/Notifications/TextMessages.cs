using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.CtiAdapter.Notifications;

/// <summary>Notifications as text messages: the template's sentence, rendered.</summary>
internal sealed class TextMessages(MessagesApi messages, Voices voices) : INotificationChannel
{
    /// <inheritdoc/>
    public string Name => "sms";

    /// <inheritdoc/>
    public async Task<NotificationOutcome> SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var sentence = Sentence.Of(notification.Template, [.. notification.Variables.Select(variable => (variable.Key, (object)variable.Value))]);
        var sent = await messages.SendAsync(notification.Key, new MessageOrder(notification.To, notification.From, voices.Text(sentence, notification.Locale)), cancellationToken);
        return sent.Outcome switch
        {
            RestOutcome.Done => NotificationOutcome.Sent,
            RestOutcome.Unknown => NotificationOutcome.Unknown,
            _ => NotificationOutcome.Failed,
        };
    }
}
