using System.Globalization;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.CtiAdapter.Notifications;

/// <summary>Text messages: notifications, of which the template's sentence is rendered, and the words of conversations.</summary>
internal sealed class TextMessages(MessagesApi messages, Voices voices) : INotificationChannel, ITextSender
{
    /// <inheritdoc/>
    public string Name => "sms";

    /// <inheritdoc/>
    public async Task<NotificationOutcome> SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var sentence = Sentence.Of(notification.Template, [.. notification.Variables.Select(variable => (variable.Key, (object)variable.Value))]);
        return await SendPartAsync(notification.Key, notification.To, notification.From, voices.Text(sentence, notification.Locale), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<NotificationOutcome> SendAsync(string key, string to, string from, string text, CancellationToken cancellationToken)
    {
        foreach (var (place, part) in Twiml.Message.Parts(text).Index())
        {
            var outcome = await SendPartAsync(place == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}:{place}"), to, from, part, cancellationToken);
            if (outcome != NotificationOutcome.Sent) return outcome;
        }
        return NotificationOutcome.Sent;
    }

    private async Task<NotificationOutcome> SendPartAsync(string key, string to, string from, string body, CancellationToken cancellationToken) =>
        (await messages.SendAsync(key, new MessageOrder(to, from, body), cancellationToken)).Outcome switch
        {
            RestOutcome.Done => NotificationOutcome.Sent,
            RestOutcome.Unknown => NotificationOutcome.Unknown,
            RestOutcome.TooMany or RestOutcome.NotAuthorised => NotificationOutcome.NotNow,
            _ => NotificationOutcome.Failed,
        };
}
