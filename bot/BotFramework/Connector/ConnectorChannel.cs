using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Delivery;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>Channels that are reached through their own service (the connector): what the bot says there, and the sign that an agent is writing.</summary>
internal sealed partial class ConnectorChannel(
    ConnectorClient connector, IConversationReferences references, IOptions<ExpectationsOptions> expectations, IHostApplicationLifetime life, ILogger<ConnectorChannel> logger)
    : IPushChannel, IShowsTyping
{
    /// <inheritdoc/>
    public bool Has(string conversationId) => EventIds.IsConversation(conversationId);

    /// <inheritdoc/>
    public IDestination DestinationOf(ReadOnlyMemory<byte> reference) => new Destination(this, connector, ConversationReference.Read(reference.Span));

    /// <summary>A message in the form of the conversation's channel, addressed.</summary>
    /// <param name="reference">The conversation.</param>
    /// <param name="entry">With a message.</param>
    /// <param name="replyTo">The channel's own id of the activity that it answers, or null.</param>
    public Activity Render(ConversationReference reference, LogEntry entry, string? replyTo) =>
        reference.Address(OutgoingMessage.From(entry.Message ?? new Message(""), ChannelAbilities.Of(reference.ChannelId), expectations.Value.Expose ?? false), replyTo);

    /// <summary>Sends something that stands in no log, once, if it can be.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it; the failure is logged.")]
    public async Task SendOnceAsync(Activity activity)
    {
        try
        {
            await connector.SendAsync(activity, life.ApplicationStopping);
        }
        catch (Exception error)
        {
            if (!life.ApplicationStopping.IsCancellationRequested) Log.NotSent(logger, error);
        }
    }

    /// <inheritdoc/>
    public void AgentWrites(string conversation, string agentName)
    {
        if (Has(conversation)) _ = ShowWritingAsync(conversation);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it; the failure is logged.")]
    private async Task ShowWritingAsync(string conversation)
    {
        try
        {
            if (await references.FindAsync(conversation, life.ApplicationStopping) is { } reference)
                await connector.SendAsync(ConversationReference.Read(reference.Span).Address(new Activity { Type = ActivityTypes.Typing }, null), life.ApplicationStopping);
        }
        catch (Exception error)
        {
            if (!life.ApplicationStopping.IsCancellationRequested) Log.NotSent(logger, error);
        }
    }

    private sealed class Destination(ConnectorChannel channel, ConnectorClient connector, ConversationReference reference) : IDestination
    {
        public string Channel { get; } = ChannelAbilities.Of(reference.ChannelId).Name;

        public Task<Sending> SendAsync(string conversationId, LogEntry entry, LogEntry? answered, CancellationToken cancellationToken) =>
            connector.SendAsync(channel.Render(reference, entry, answered is null ? null : IdOf(answered)), cancellationToken);

        private static string? IdOf(LogEntry entry) =>
            entry.Original is { } original && ActivityJson.TryRead(Encoding.UTF8.GetBytes(original), out var activity, out _) && activity.Id is { Length: > 0 } id ? id : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A sign or an apology could not be sent.")]
        public static partial void NotSent(ILogger logger, Exception error);
    }
}
