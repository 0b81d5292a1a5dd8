using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ServiceBot.Bot.Privacy;

/// <summary>A key that seals documents.</summary>
internal sealed class SealKey
{
    /// <summary>How many bytes a key has.</summary>
    public const int Length = 32;

    /// <summary>How many bytes of a document name its key.</summary>
    public const int IdLength = 4;

    private readonly byte[] id;

    private SealKey(byte[] secret)
    {
        Secret = secret;
        id = SHA256.HashData(secret)[..IdLength];
    }

    /// <summary>The key itself.</summary>
    public byte[] Secret { get; }

    /// <summary>What names the key in a document: it tells nothing of the key.</summary>
    public ReadOnlySpan<byte> Id => id;

    /// <summary>A new random key.</summary>
    public static SealKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads a key.</summary>
    /// <param name="text">32 bytes in base 64.</param>
    /// <param name="key">The key.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SealKey? key)
    {
        var bytes = new byte[Length + 3];
        key = text is not null && Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Length ? new SealKey(bytes[..Length]) : null;
        return key is not null;
    }

    /// <summary>The key as <see cref="TryParse"/> reads it.</summary>
    public string Write() => Convert.ToBase64String(Secret);
}
