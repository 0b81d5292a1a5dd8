using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Notifications;

/// <summary>Conversations by text message.</summary>
public static class SmsConversation
{
    /// <summary>Text messages as a channel.</summary>
    public static Channel Channel { get; } = new("sms") { MostOptions = 10, IsPushed = true };

    /// <summary>Our own id, from what stands for the customer's number.</summary>
    public static string Of(string key) => $"sms-{key}";

    /// <summary>Whether an id is one of these.</summary>
    public static bool Is(string conversationId) => conversationId.StartsWith("sms-", StringComparison.Ordinal);
}
