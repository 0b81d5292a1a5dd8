using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Secrets that are given out once and kept only as their hash.</summary>
internal static class Tokens
{
    /// <summary>256 bits by chance, in letters that need no escaping anywhere.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>An id of 128 bits by chance, in hexadecimal.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What is kept of a token. A token is random in full, so one round of hashing hides it.</summary>
    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
