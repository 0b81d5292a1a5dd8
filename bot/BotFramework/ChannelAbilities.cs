using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>What the channels of the protocol can do.</summary>
internal static class ChannelAbilities
{
    /// <summary>The web chat and whatever else comes in by Direct Line.</summary>
    public static Channel DirectLine { get; } = new("directline") { HasButtons = true, HasCards = true, TakesPhotos = true, Mirrors = true };

    /// <summary>The abilities of a channel that is reached through a connector, by its id; of an unknown one only that it carries text.</summary>
    public static Channel Of(string channelId) => channelId switch
    {
        "directline" or "webchat" or "emulator" or "msteams" => new(channelId) { HasButtons = true, HasCards = true, TakesPhotos = true, IsPushed = true },
        "facebook" or "line" or "telegram" or "slack" => new(channelId) { HasButtons = true, TakesPhotos = true, MostOptions = 10, IsPushed = true },
        _ => new(Safe(channelId)) { MostOptions = 10, IsPushed = true },
    };

    // An id may name a part of a channel, as in msteams:copilot; names are keys, which hold no such characters.
    private static string Safe(string channelId) =>
        string.Concat(channelId.Take(50).Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '-'));
}
