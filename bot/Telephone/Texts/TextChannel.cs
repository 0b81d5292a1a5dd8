using System.Globalization;
using ServiceBot.Bot.Delivery;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone.Texts;

/// <summary>Brings what is said in conversations by text message, such as by an agent, to the customer's telephone.</summary>
internal sealed class TextChannel(ITextSender texts) : IPushChannel
{
    /// <inheritdoc/>
    public bool Has(string conversationId) => SmsConversation.Is(conversationId);

    /// <inheritdoc/>
    public IDestination DestinationOf(ReadOnlyMemory<byte> reference) => new Destination(texts, TextReference.Read(reference.Span));

    private sealed class Destination(ITextSender texts, TextReference reference) : IDestination
    {
        public string Channel => SmsConversation.Channel.Name;

        public async Task<Sending> SendAsync(string conversationId, LogEntry entry, LogEntry? answered, CancellationToken cancellationToken)
        {
            // A conversation that the store has lost counts its entries anew: the time tells them from those before.
            var key = string.Create(CultureInfo.InvariantCulture, $"said:{conversationId}:{entry.Sequence}:{entry.At.ToUnixTimeMilliseconds()}");
            return await texts.SendAsync(key, reference.Customer, reference.Shop, entry.Message?.Text ?? "", cancellationToken) switch
            {
                NotificationOutcome.Sent => Sending.Sent,
                NotificationOutcome.NotNow or NotificationOutcome.Unknown => Sending.Failed,
                _ => Sending.Refused,
            };
        }
    }
}
