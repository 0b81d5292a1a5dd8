using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ServiceBot.Bot.Privacy;

/// <summary>
/// Seals documents, so that whoever reads a store, its dump or its backup without the key reads nothing: compressed, then AES-256-GCM under a fresh
/// nonce. A sealed document begins with a byte that no JSON begins with, and names its key, so that keys can be replaced while documents live on.
/// </summary>
internal sealed class DocumentSeal(IReadOnlyList<SealKey> keys)
{
    private const byte Whole = 1;
    private const byte Deflated = 2;
    private const int HeaderLength = 1 + SealKey.IdLength;
    private const int NonceLength = 12;
    private const int TagLength = SealKey.TagLength;
    // Below this, compressing costs more than it spares.
    private const int WorthCompressing = 512;

    /// <summary>What opens the documents of a file: the keys of the settings, else those of the data directory in which the file lies; where there are none, only what was never sealed.</summary>
    public static DocumentSeal For(string file, PrivacySettings settings)
    {
        if (settings.Read() is { Count: > 0 } keys) return new(keys);
        var own = KeyFile.In(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        return new(File.Exists(own) ? KeyFile.ReadOrCreate(own) : []);
    }

    /// <summary>Whether a document was sealed at all; <see cref="Open"/> tells by whom.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> kept) => !kept.IsEmpty && kept[0] is (Whole or Deflated);

    /// <summary>Seals with the newest key.</summary>
    /// <param name="document">What to seal.</param>
    /// <param name="level">How hard to compress it.</param>
    public byte[] Seal(ReadOnlySpan<byte> document, CompressionLevel level = CompressionLevel.Fastest)
    {
        var form = document.Length < WorthCompressing || level == CompressionLevel.NoCompression ? Whole : Deflated;
        var content = form == Whole ? document : Deflate(document, level).Span;
        var output = new byte[HeaderLength + NonceLength + TagLength + content.Length];
        output[0] = form;
        keys[0].Id.CopyTo(output.AsSpan(1));
        var nonce = output.AsSpan(HeaderLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        var cipher = keys[0].Lend();
        cipher.Encrypt(nonce, content, output.AsSpan(HeaderLength + NonceLength + TagLength), output.AsSpan(HeaderLength + NonceLength, TagLength), output.AsSpan(0, HeaderLength));
        keys[0].TakeBack(cipher);
        return output;
    }

    /// <summary>Opens a sealed document; one that was never sealed, from before there were keys, comes back as it is.</summary>
    /// <exception cref="SealException">Its key is not among ours, or it was changed.</exception>
    public ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> kept)
    {
        if (!IsSealed(kept.Span)) return kept;
        if (kept.Length < HeaderLength + NonceLength + TagLength) throw new SealException("A sealed document is cut short.");
        var sealed_ = kept.Span;
        var key = KeyOf(sealed_.Slice(1, SealKey.IdLength));
        var content = new byte[kept.Length - HeaderLength - NonceLength - TagLength];
        try
        {
            var cipher = key.Lend();
            cipher.Decrypt(
                sealed_.Slice(HeaderLength, NonceLength), sealed_[(HeaderLength + NonceLength + TagLength)..], sealed_.Slice(HeaderLength + NonceLength, TagLength), content, sealed_[..HeaderLength]);
            key.TakeBack(cipher);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new SealException("A sealed document was changed after it was sealed.", fault);
        }
        return sealed_[0] == Whole ? content : Inflate(content);
    }

    private SealKey KeyOf(ReadOnlySpan<byte> id)
    {
        foreach (var key in keys)
            if (key.Id.SequenceEqual(id)) return key;
        throw new SealException($"A document is sealed with the key '{Convert.ToHexStringLower(id)}', which {PrivacySettings.Section}:{nameof(PrivacySettings.Keys)} does not hold.");
    }

    private static ReadOnlyMemory<byte> Deflate(ReadOnlySpan<byte> document, CompressionLevel level)
    {
        using var output = new MemoryStream(document.Length);
        using (var deflate = new DeflateStream(output, level, leaveOpen: true)) deflate.Write(document);
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private static ReadOnlyMemory<byte> Inflate(byte[] content)
    {
        using var inflate = new DeflateStream(new MemoryStream(content), CompressionMode.Decompress);
        var output = new ArrayBufferWriter<byte>(content.Length * 4);
        for (int read; (read = inflate.Read(output.GetSpan(1024))) > 0;) output.Advance(read);
        return output.WrittenMemory;
    }
}

/// <summary>A document cannot be opened.</summary>
internal sealed class SealException(string message, Exception? inner = null) : Exception(message, inner);
