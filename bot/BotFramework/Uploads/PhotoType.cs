namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>The kinds of pictures that are taken, told by their first bytes: what a sender calls a file proves nothing, and an SVG or a page must never be served back.</summary>
internal static class PhotoType
{
    /// <summary>The content type by the bytes, or null where it is no picture that is taken.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return "image/gif";
        if (bytes.Length < 12) return null;
        if (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        return bytes[4..].StartsWith("ftyp"u8) && IsHeic(bytes.Slice(8, 4)) ? "image/heic" : null;
    }

    /// <summary>Whether a sender's word for a file is that of a picture that is taken; the bytes decide afterwards.</summary>
    public static bool IsTaken(string? contentType) =>
        contentType?.Split(';')[0].Trim().ToLowerInvariant() is "image/jpeg" or "image/jpg" or "image/png" or "image/gif" or "image/webp" or "image/heic" or "image/heif";

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
        || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
}
