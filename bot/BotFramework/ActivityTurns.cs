using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>Turns of the conversations that come in by /api/messages.</summary>
internal sealed class ActivityTurns(ITurns turns, IOptions<ExpectationsOptions> expectations, TimeProvider clock)
{
    /// <summary>The first field that an activity of its type cannot do without and lacks, or null.</summary>
    public string? Missing(Activity activity) => activity.Type is not (ActivityTypes.Message or ActivityTypes.ConversationUpdate) ? null
        : string.IsNullOrEmpty(activity.ChannelId) ? "channelId"
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? "conversation.id"
        : null;

    /// <summary>Takes an activity through, if it is one that says something.</summary>
    /// <returns>The answers, addressed; none for an activity that is merely accepted.</returns>
    public async Task<IReadOnlyList<Activity>> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Turn(activity) is not { } turn) return [];
        var result = await turns.RunAsync(turn, cancellationToken);
        return [.. result.Replies.Select(reply => Reply(activity, turn.Channel, reply)).OfType<Activity>()];
    }

    private Turn? Turn(Activity activity)
    {
        if (activity is not { ChannelId: { } channelId, Conversation.Id: { } conversation }) return null;
        var (input, eventId) = activity.Type switch
        {
            ActivityTypes.Message => (IncomingMessage.Read(activity, []), EventIds.From(activity.Id)),
            ActivityTypes.ConversationUpdate when SomebodyJoined(activity) => (new Started(), "start"),
            _ => ((TurnInput?)null, ""),
        };
        return input is null ? null : new Turn(EventIds.Conversation(channelId, conversation), eventId, ChannelAbilities.Of(channelId), input, clock.GetUtcNow())
        {
            From = activity.From?.Id,
            Locale = activity.Locale,
            SentAt = SentAt(activity),
            Original = input is Started ? null : ActivityJson.Write(activity),
        };
    }

    private static bool SomebodyJoined(Activity activity) =>
        activity.MembersAdded?.Exists(member => member is not null && !string.Equals(member.Id, activity.Recipient?.Id, StringComparison.Ordinal)) ?? false;

    private static DateTimeOffset? SentAt(Activity activity) =>
        DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private Activity? Reply(Activity to, Channel channel, LogEntry entry)
    {
        if (entry.Message is not { } message) return null;
        var reply = OutgoingMessage.From(message, channel, expectations.Value.Expose ?? false);
        reply.ReplyToId = to.Id;
        reply.From = to.Recipient;
        reply.Recipient = to.From;
        reply.Conversation = to.Conversation;
        reply.ChannelId = to.ChannelId;
        reply.ServiceUrl = to.ServiceUrl;
        return reply;
    }
}
