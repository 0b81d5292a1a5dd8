using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.BotFramework;

/// <summary>Ids that are safe as keys, made from ids that a channel is free to choose.</summary>
internal static class EventIds
{
    /// <summary>An event's id: hashed, so that any characters and length are allowed; random where the channel gave none, so that nothing is taken for a repetition.</summary>
    public static string From(string? channelsOwn) =>
        string.IsNullOrEmpty(channelsOwn) ? "r-" + RandomNumberGenerator.GetHexString(32, lowercase: true) : "e-" + Hash(channelsOwn);

    /// <summary>A conversation's id: the same channel and conversation always give the same one.</summary>
    public static string Conversation(string channelId, string conversationId) => "bf-" + Hash(channelId + "\n" + conversationId);

    /// <summary>Whether an id is one that <see cref="Conversation"/> made.</summary>
    public static bool IsConversation(string id) => id.StartsWith("bf-", StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
