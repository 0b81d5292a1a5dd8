using System.Text.Json;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>How a conversation of a channel is reached when nobody is asking.</summary>
/// <param name="ConversationId">Our own id.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="ServiceUrl">Where to call; from a verified activity.</param>
/// <param name="Conversation">The channel's own name for it.</param>
/// <param name="Bot">As whom we speak there.</param>
/// <param name="User">To whom.</param>
internal sealed record ConversationReference(string ConversationId, string ChannelId, string ServiceUrl, ConversationAccount Conversation, ChannelAccount? Bot, ChannelAccount? User)
{
    /// <summary>The reference that an activity carries: of the customer only the id and the role, which is all that a channel needs to find them.</summary>
    /// <param name="conversationId">Our own id.</param>
    /// <param name="activity">With a channel, a conversation and an address to answer at.</param>
    public static ConversationReference From(string conversationId, Activity activity) =>
        new(conversationId, activity.ChannelId ?? "", activity.ServiceUrl ?? "", activity.Conversation ?? new(), activity.Recipient, activity.From is { } user ? new ChannelAccount { Id = user.Id, Role = user.Role } : null);

    /// <summary>Reads <see cref="Write"/>.</summary>
    /// <exception cref="JsonException">It is no reference.</exception>
    public static ConversationReference Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ConnectorJson.Default.ConversationReference) ?? throw new JsonException("A conversation's reference is null.");

    /// <summary>The reference as JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ConnectorJson.Default.ConversationReference);

    /// <summary>Addresses a message of the bot.</summary>
    public Activity Address(Activity message, string? replyTo) => message with
    {
        ReplyToId = replyTo,
        From = Bot,
        Recipient = User,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
    };
}
