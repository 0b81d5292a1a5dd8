using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>What a message activity says.</summary>
internal static class IncomingMessage
{
    /// <summary>Reads words, photographs, or the value of a card's button.</summary>
    /// <param name="activity">A message activity.</param>
    /// <param name="photos">Ids under which its photographs were kept.</param>
    public static TurnInput Read(Activity activity, ImmutableArray<string> photos)
    {
        var text = Words(activity);
        if (photos.Length > 0) return new Photos(photos) { Text = text };
        if (text is not null) return new Utterance(text);
        return new Unreadable(activity.Files.FirstOrDefault()?.ContentType ?? "empty");
    }

    private static string? Words(Activity activity) =>
        !string.IsNullOrWhiteSpace(activity.Text) ? activity.Text : activity.Value is { } value ? Submitted(value) : null;

    /// <summary>The words of a button: Action.Submit and postBack bring a value and no text, a string or an object that holds one.</summary>
    public static string? Submitted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => NotBlank(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => Submitted(value, "text") ?? Submitted(value, "value") ?? value.EnumerateObject().Select(only => NotBlank(only.Value)).FirstOrDefault(words => words is not null),
        _ => null,
    };

    private static string? Submitted(JsonElement value, string name) => value.TryGetProperty(name, out var inner) ? NotBlank(inner) : null;

    private static string? NotBlank(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } words && !string.IsNullOrWhiteSpace(words) ? words : null;
}
