using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ServiceBot.Bot.Privacy;

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

/// <summary>Where references are kept, sealed, with how far each log was delivered: embedded, or Redis. They are forgotten with their conversations.</summary>
internal interface IConversationReferences : IPersonalRecords
{
    /// <summary>Claims the delivery of a conversation for this node, since two that deliver at once would send everything twice.</summary>
    Task<DeliveryClaim> ClaimAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Gives a claim back, and says how far the log was delivered; the mark never goes back.</summary>
    Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken);

    /// <summary>Keeps a reference as it is now; how far the log was delivered stays as it was.</summary>
    Task SaveAsync(ConversationReference reference, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Says how far the log was delivered; never goes back.</summary>
    Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken);

    /// <summary>Our ids of the conversations that were spoken in since.</summary>
    Task<ImmutableArray<string>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>References as they are kept.</summary>
internal static class StoredReference
{
    /// <summary>The reference as JSON.</summary>
    public static byte[] Write(ConversationReference reference) => JsonSerializer.SerializeToUtf8Bytes(reference, ConnectorJson.Default.ConversationReference);

    /// <summary>By what it is seen whether a reference has changed: of tens of thousands that are remembered, each is some hundreds of bytes long.</summary>
    /// <param name="json">The reference by <see cref="Write"/>.</param>
    public static UInt128 FingerprintOf(ReadOnlySpan<byte> json) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(json));

    /// <summary>Reads <see cref="Write"/>.</summary>
    /// <exception cref="JsonException">It is no reference.</exception>
    public static ConversationReference Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ConnectorJson.Default.ConversationReference) ?? throw new JsonException("A conversation's reference is null.");
}

/// <summary>The delivery of a conversation, claimed or not.</summary>
/// <param name="IsMine">False while another node delivers.</param>
/// <param name="Reference">How the conversation is reached, or null where it is not one of a channel.</param>
/// <param name="Delivered">The sequence up to which its log was delivered.</param>
internal sealed record DeliveryClaim(bool IsMine, ConversationReference? Reference, long Delivered);
