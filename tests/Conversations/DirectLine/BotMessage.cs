using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Conversations.DirectLine;

/// <summary>What the bot said, and what it says it waits for.</summary>
/// <param name="Text">The words.</param>
/// <param name="Dialog">The dialog that spoke.</param>
/// <param name="State">Where it rests.</param>
/// <param name="Kind">What would do as an answer, as on the wire: none, yesno, item ...</param>
/// <param name="Options">What may be chosen, in the order in which it is numbered.</param>
/// <param name="Receipt">The number that was given, or null.</param>
internal sealed record BotMessage(string Text, string Dialog, string State, string Kind, ImmutableArray<Offer> Options, string? Receipt)
{
    /// <summary>Other kinds that would do.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    public static BotMessage From(Message message) => new(
        message.Text, message.Dialog, message.State, message.Expecting.Kind.ToString().ToLowerInvariant(),
        [.. message.Expecting.Options.Select(option => new Offer(option.Value, option.Title, option.Data))], message.Receipt?.Number);

    /// <summary>Reads an activity of the bot, with its expectations (docs/expectations.md).</summary>
    public static BotMessage From(JsonNode activity)
    {
        var data = activity["channelData"]?["servicebot"] ?? throw new InvalidDataException($"The bot's message tells no expectations: {activity.ToJsonString()}");
        var expecting = data["expecting"] ?? throw new InvalidDataException($"The bot's message tells not what it expects: {activity.ToJsonString()}");
        return new(
            Field(activity, "text"), Field(data, "dialog"), Field(data, "state"), Field(expecting, "kind"),
            [.. (expecting["options"]?.AsArray() ?? []).Select(option => Offer.From(option ?? throw new InvalidDataException("An option is null.")))],
            data["receipt"]?["number"]?.GetValue<string>())
        {
            Alternatives = [.. (expecting["alternatives"]?.AsArray() ?? []).Select(kind => kind?.GetValue<string>() ?? "")],
        };
    }

    internal static string Field(JsonNode node, string field) => node[field]?.GetValue<string>() ?? "";
}

/// <summary>One thing that the bot offers to choose.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Title">What the customer reads.</param>
/// <param name="Data">What of the shop it stands for.</param>
internal sealed record Offer(string Value, string Title, IReadOnlyDictionary<string, string> Data)
{
    public static Offer From(JsonNode option) => new(
        BotMessage.Field(option, "value"), BotMessage.Field(option, "title"),
        (option["data"]?.AsObject() ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.GetValue<string>() ?? "", StringComparer.Ordinal));
}
