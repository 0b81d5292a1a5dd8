using System.Text.Json;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>A message in the form of an activity: the one place where that is decided, for every channel that speaks the protocol.</summary>
internal static class OutgoingMessage
{
    /// <summary>The most options shown as buttons; more stand numbered in the text, where whoever renders it has put them.</summary>
    private const int MostButtons = 6;

    /// <summary>Type, words, cards and buttons; who, where and when are the caller's to set.</summary>
    /// <param name="message">What the bot says.</param>
    /// <param name="channel">What the channel can show.</param>
    /// <param name="expose">Whether programs are told what is expected.</param>
    public static Activity From(Message message, Channel channel, bool expose) => new()
    {
        Type = ActivityTypes.Message,
        Text = message.Text,
        TextFormat = "plain",
        Speak = message.Speak,
        Locale = message.Locale,
        InputHint = message.Expecting.Kind == ExpectedKind.None ? "acceptingInput" : "expectingInput",
        SuggestedActions = channel.HasButtons ? Buttons(message.Expecting) : null,
        Attachments = channel.HasCards && message.Card is { } card ? [Attach(card)] : null,
        ChannelData = expose ? JsonSerializer.SerializeToElement(ServiceBotData.From(message), ActivityJson.Wire.ServiceBotData) : null,
    };

    // The activity specification says that imBack sends the title, Web Chat sends the value: they are the same here.
    private static SuggestedActions? Buttons(Expectation expecting) =>
        expecting.Options.IsDefaultOrEmpty || expecting.Options.Length > MostButtons ? null
        : new() { Actions = [.. expecting.Options.Select(option => new CardAction("imBack", option.Title, option.Title))] };

    private static Attachment Attach(Card card) => new()
    {
        ContentType = AdaptiveCard.ContentType,
        Content = JsonSerializer.SerializeToElement(AdaptiveCard.From(card), ActivityJson.Wire.AdaptiveCard),
    };
}
