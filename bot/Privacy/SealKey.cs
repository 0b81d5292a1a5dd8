using System.Collections.Concurrent;
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

    /// <summary>How many bytes a seal has by which a change is told.</summary>
    public const int TagLength = 16;

    private readonly byte[] id;
    private readonly byte[] secret;
    private readonly ConcurrentBag<AesGcm> ciphers = [];

    private SealKey(byte[] secret)
    {
        this.secret = secret;
        id = SHA256.HashData(secret)[..IdLength];
    }

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

    /// <summary>A cipher of this key for one use by one caller: setting one up costs more than sealing a document.</summary>
    public AesGcm Lend() => ciphers.TryTake(out var cipher) ? cipher : new AesGcm(secret, TagLength);

    /// <summary>Takes a cipher back; one that failed is better left to the collector.</summary>
    public void TakeBack(AesGcm cipher) => ciphers.Add(cipher);

    /// <summary>The key as <see cref="TryParse"/> reads it.</summary>
    public string Write() => Convert.ToBase64String(secret);
}
