using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The log of a conversation as the activities that a Direct Line client sees.</summary>
internal sealed class LogActivities(IOptions<ExpectationsOptions> expectations, Addresses addresses, TimeProvider clock)
{
    private static readonly ChannelAccount Bot = new() { Id = "servicebot", Name = "ServiceBot", Role = "bot" };

    /// <summary>The id of the activity at a place in the log.</summary>
    public static string Id(string conversation, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{conversation}|{sequence:0000000}");

    /// <summary>An id for what stands in no log.</summary>
    public static string TransientId(string conversation) => $"{conversation}|t{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>Entries as activities, with the watermark after them.</summary>
    /// <param name="conversation">Whose.</param>
    /// <param name="address">Under which the client reaches this server.</param>
    /// <param name="entries">In order.</param>
    /// <param name="last">The watermark where there are no entries.</param>
    public ActivityBatch Batch(string conversation, string address, ImmutableArray<LogEntry> entries, long last) =>
        new([.. entries.Select(entry => From(conversation, address, entry)).OfType<Activity>()])
        {
            Watermark = (entries.IsEmpty ? last : entries[^1].Sequence).ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>A message of the bot, not yet addressed.</summary>
    public Activity From(Message message)
    {
        var activity = OutgoingMessage.From(message, ChannelAbilities.DirectLine, expectations.Value.Expose ?? false);
        activity.From = message.Agent is { } agent ? Bot with { Name = agent } : Bot;
        return activity;
    }

    /// <summary>That the bot, or an agent, is writing: for the open stream only.</summary>
    public Activity Typing(string conversation, string? agent) =>
        Transient(conversation, new Activity { Type = ActivityTypes.Typing, From = agent is null ? Bot : Bot with { Name = agent } });

    /// <summary>Something for the open stream only.</summary>
    public Activity Transient(string conversation, Activity activity) =>
        Address(activity with { From = activity.From ?? Bot }, conversation, TransientId(conversation), clock.GetUtcNow());

    private Activity? From(string conversation, string address, LogEntry entry)
    {
        var activity = entry.Message is { } message ? From(message) : Original(entry);
        if (activity is null) return null;
        foreach (var file in activity.Files)
            // Web Chat shows a customer's own photograph only where it has a thumbnail, and as a file's name otherwise.
            if (Photo.IdOf(file.ContentUrl) is { } photo) file.ContentUrl = file.ThumbnailUrl = addresses.Photo(address, conversation, photo);
        if (entry.ReplyTo is { } replyTo) activity.ReplyToId = Id(conversation, replyTo);
        return Address(activity, conversation, Id(conversation, entry.Sequence), entry.At);
    }

    // What came in on another channel is shown by its words, as the customer's own.
    private static Activity? Original(LogEntry entry) =>
        entry.Original is { } original && ActivityJson.TryRead(Encoding.UTF8.GetBytes(original), out var activity, out _) ? activity
        : entry.Said is { } said ? new Activity { Type = ActivityTypes.Message, Text = said, TextFormat = "plain", From = new ChannelAccount { Role = "user" } }
        : null;

    private static Activity Address(Activity activity, string conversation, string id, DateTimeOffset at)
    {
        activity.Id = id;
        activity.Timestamp = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        activity.ChannelId = "directline";
        activity.Conversation = new ConversationAccount { Id = conversation };
        return activity;
    }
}
