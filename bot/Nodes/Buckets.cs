using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.Nodes;

/// <summary>
/// Everything about a conversation carries the hash tag of its bucket, and so does that bucket's index of what is due: on a cluster they lie in one
/// slot, where one script writes them all. The number and the hash are part of what is stored; changing either loses every live conversation.
/// </summary>
internal static class Buckets
{
    /// <summary>How many there are; a cluster can have as many nodes at most.</summary>
    public const int Count = 64;

    private static readonly string[] Tags = [.. Enumerable.Range(0, Count).Select(bucket => string.Create(CultureInfo.InvariantCulture, $"{{b{bucket}}}"))];

    /// <summary>The tag of a bucket, such as {b17}.</summary>
    public static string Tag(int bucket) => Tags[bucket];

    /// <summary>The tag of the bucket of a conversation.</summary>
    public static string TagOf(string conversationId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(conversationId), hash);
        return Tags[hash[0] % Count];
    }
}
