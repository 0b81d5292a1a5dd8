using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>What the activities of channels mean as turns.</summary>
internal sealed class ActivityTurns(AttachedPhotos photos, PhotoFetch fetch, TimeProvider clock)
{
    /// <summary>The first field that an activity which says something cannot do without and lacks, or null.</summary>
    public static string? Missing(Activity activity) =>
        activity.Type is not (ActivityTypes.Message or ActivityTypes.ConversationUpdate or ActivityTypes.Invoke) ? null
        : string.IsNullOrEmpty(activity.ChannelId) ? "channelId"
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? "conversation.id"
        : null;

    /// <summary>The turn of an activity, or null where it says nothing to the bot.</summary>
    public async Task<Turn?> ReadAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { ChannelId: { } channelId, Conversation.Id: { } conversation }) return null;
        activity.Attachments?.RemoveAll(file => Photo.IdOf(file?.ContentUrl) is not null); // only what is kept here makes a reference
        var id = EventIds.Conversation(channelId, conversation);
        return activity.Type switch
        {
            ActivityTypes.Message => Turn(id, channelId, activity, EventIds.From(activity.Id), await HeardAsync(id, activity, cancellationToken)),
            ActivityTypes.ConversationUpdate when SomebodyJoined(activity) => Turn(id, channelId, activity, "start", new Started()),
            ActivityTypes.Invoke when Pressed(activity) is { } words => Turn(id, channelId, activity, EventIds.From(activity.Id), new Utterance(words)),
            _ => null,
        };
    }

    private async Task<TurnInput> HeardAsync(string conversation, Activity activity, CancellationToken cancellationToken) =>
        IncomingMessage.Read(activity, await photos.KeepAsync(conversation, activity, (address, patience) => fetch.FetchAsync(address, activity.ServiceUrl, patience), cancellationToken));

    private Turn Turn(string id, string channelId, Activity activity, string eventId, TurnInput input) =>
        new(id, eventId, ChannelAbilities.Of(channelId), input, clock.GetUtcNow())
        {
            From = activity.From?.Id,
            Locale = activity.Locale,
            SentAt = SentAt(activity),
            Original = input is Started ? null : ActivityJson.Write(activity),
        };

    private static bool SomebodyJoined(Activity activity) =>
        activity.MembersAdded?.Exists(member => member is not null && !string.Equals(member.Id, activity.Recipient?.Id, StringComparison.Ordinal)) ?? false;

    // adaptiveCard/action: {"action":{"type":"Action.Execute","data":...}}
    private static string? Pressed(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var data) ? IncomingMessage.Submitted(data) : null;

    private static DateTimeOffset? SentAt(Activity activity) =>
        DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
