using System.IO.Compression;
using System.Security.Cryptography;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>
/// Photographs that customers sent, sealed before they are kept. Ids are random, nothing of a sender's choosing becomes part of a path or key, and what
/// the sender calls a file is not kept here at all.
/// </summary>
internal sealed class PhotoStore(IPhotoShelf shelf, DocumentSeal seal, TimeProvider clock)
{
    /// <summary>Keeps a photograph.</summary>
    /// <param name="conversation">Whose it is; nobody else's conversation may show it.</param>
    /// <param name="bytes">The picture; <see cref="PhotoType"/> has said which kind.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">The bytes are no picture that is taken.</exception>
    /// <exception cref="Hosting.StoreUnavailableException">The store does not answer now.</exception>
    public async Task<Photo> SaveAsync(string conversation, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var type = PhotoType.Of(bytes.Span) ?? throw new ArgumentException("The bytes are no JPEG, PNG, GIF, WebP or HEIC picture.", nameof(bytes));
        var photo = new Photo(RandomNumberGenerator.GetHexString(32, lowercase: true), type);
        // Pictures are compressed already.
        await shelf.PutAsync(
            new PhotoRow { Id = photo.Id, ConversationId = conversation, At = clock.GetUtcNow(), Picture = seal.Seal(bytes.Span, CompressionLevel.NoCompression) }, cancellationToken);
        return photo;
    }

    /// <summary>A photograph for somebody who may see a conversation.</summary>
    /// <param name="id">The photograph.</param>
    /// <param name="conversation">The conversation that they may see.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The picture with its content type, or null where that conversation has none of that id.</returns>
    /// <exception cref="SealException">It cannot be opened.</exception>
    /// <exception cref="Hosting.StoreUnavailableException">The store does not answer now.</exception>
    public async Task<Picture?> FindAsync(string id, string conversation, CancellationToken cancellationToken)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) || await shelf.FindAsync(id, conversation, cancellationToken) is not { } kept) return null;
        var bytes = seal.Open(kept);
        return new Picture(bytes, PhotoType.Of(bytes.Span) ?? throw new InvalidDataException($"The photograph '{id}' is no picture."));
    }
}

/// <summary>A photograph that was kept.</summary>
/// <param name="Id">Random; 32 digits of base 16.</param>
/// <param name="ContentType">By its bytes.</param>
internal sealed record Photo(string Id, string ContentType)
{
    private const string Scheme = "upload:";

    /// <summary>How the log refers to it; readers are given an address that is signed for them.</summary>
    public string Reference => Scheme + Id;

    /// <summary>The id in a reference, or null where it is something else.</summary>
    public static string? IdOf(string? reference) => reference?.StartsWith(Scheme, StringComparison.Ordinal) == true ? reference[Scheme.Length..] : null;
}

/// <summary>A photograph as it is shown.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentType">By its bytes.</param>
internal sealed record Picture(ReadOnlyMemory<byte> Bytes, string ContentType);
