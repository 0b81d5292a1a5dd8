using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Photographs that customers sent. Ids are random and nothing of a sender's choosing becomes part of a path or key.</summary>
internal sealed class PhotoStore(IPhotoShelf shelf, TimeProvider clock)
{
    /// <summary>Keeps a photograph.</summary>
    /// <param name="conversation">Whose it is; nobody else's conversation may show it.</param>
    /// <param name="name">What the sender calls it, for display only.</param>
    /// <param name="bytes">The picture; <see cref="PhotoType"/> has said which kind.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">The bytes are no picture that is taken.</exception>
    public async Task<Photo> SaveAsync(string conversation, string? name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var type = PhotoType.Of(bytes.Span) ?? throw new ArgumentException("The bytes are no JPEG, PNG, GIF, WebP or HEIC picture.", nameof(bytes));
        var photo = new Photo(RandomNumberGenerator.GetHexString(32, lowercase: true), conversation, type, name is { Length: > 200 } ? name[..200] : name, clock.GetUtcNow());
        await shelf.PutAsync(photo, bytes, cancellationToken);
        return photo;
    }

    /// <summary>What is known of a photograph, or null where there is none of that id.</summary>
    public Task<Photo?> FindAsync(string id, CancellationToken cancellationToken) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? shelf.FindAsync(id, cancellationToken) : Task.FromResult<Photo?>(null);

    /// <summary>The picture itself, to be read once.</summary>
    public Task<Stream> OpenAsync(Photo photo, CancellationToken cancellationToken) => shelf.OpenAsync(photo, cancellationToken);
}

/// <summary>What is known of a photograph.</summary>
/// <param name="Id">Random; 32 digits of base 16.</param>
/// <param name="Conversation">Where it was sent.</param>
/// <param name="ContentType">By its bytes.</param>
/// <param name="Name">What the sender calls it, or null.</param>
/// <param name="At">When it came.</param>
internal sealed record Photo(string Id, string Conversation, string ContentType, string? Name, DateTimeOffset At)
{
    private const string Scheme = "upload:";

    /// <summary>How the log refers to it; readers are given an address that is signed for them.</summary>
    [JsonIgnore]
    public string Reference => Scheme + Id;

    /// <summary>The id in a reference, or null where it is something else.</summary>
    public static string? IdOf(string? reference) => reference?.StartsWith(Scheme, StringComparison.Ordinal) == true ? reference[Scheme.Length..] : null;
}

[JsonSerializable(typeof(Photo))]
internal sealed partial class PhotoJson : JsonSerializerContext;
