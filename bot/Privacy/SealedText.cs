using System.Text;

namespace ServiceBot.Bot.Privacy;

/// <summary>Sealed documents as text, for columns that hold text.</summary>
internal static class SealedText
{
    private const string Marker = "sealed:";

    /// <summary>Seals a text.</summary>
    public static string SealText(this DocumentSeal seal, string text) => Marker + Convert.ToBase64String(seal.Seal(Encoding.UTF8.GetBytes(text)));

    /// <summary>Opens what <see cref="SealText"/> wrote; a text that was never sealed, from before there were keys, comes back as it is.</summary>
    /// <exception cref="SealException">Its key is not among ours, or it was changed.</exception>
    public static string OpenText(this DocumentSeal seal, string kept)
    {
        if (!kept.StartsWith(Marker, StringComparison.Ordinal)) return kept;
        var bytes = new byte[kept.Length];
        return Convert.TryFromBase64Chars(kept.AsSpan(Marker.Length), bytes, out var length)
            ? Encoding.UTF8.GetString(seal.Open(bytes.AsMemory(0, length)).Span) : throw new SealException("A sealed text is cut short.");
    }
}
