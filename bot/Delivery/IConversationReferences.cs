using System.Buffers.Binary;
using System.Security.Cryptography;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Delivery;

/// <summary>Where it is kept, sealed, how conversations are reached when nobody is asking, and how far each log was delivered: embedded, or Redis. It is forgotten with the conversations.</summary>
internal interface IConversationReferences : IPersonalRecords
{
    /// <summary>Keeps a reference as it is now; how far the log was delivered stays as it was.</summary>
    /// <param name="conversationId">Our own id.</param>
    /// <param name="reference">In the channel's own form, from which its <see cref="IPushChannel"/> reads it again.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task SaveAsync(string conversationId, ReadOnlyMemory<byte> reference, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The reference of a conversation, or null where none is known.</summary>
    Task<ReadOnlyMemory<byte>?> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Claims the delivery of a conversation for this node, since two that deliver at once would send everything twice.</summary>
    Task<DeliveryClaim> ClaimAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Gives a claim back, and says how far the log was delivered; the mark never goes back.</summary>
    Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken);

    /// <summary>Says how far the log was delivered; never goes back.</summary>
    Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken);
}

/// <summary>The delivery of a conversation, claimed or not.</summary>
/// <param name="IsMine">False while another node delivers.</param>
/// <param name="Reference">How the conversation is reached, or null where that is not known.</param>
/// <param name="Delivered">The sequence up to which its log was delivered.</param>
internal sealed record DeliveryClaim(bool IsMine, ReadOnlyMemory<byte>? Reference, long Delivered);

/// <summary>By what it is seen whether a reference has changed.</summary>
internal static class Fingerprint
{
    /// <summary>Of tens of thousands that are remembered, each is some hundreds of bytes long; this is sixteen.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> reference) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(reference));
}
