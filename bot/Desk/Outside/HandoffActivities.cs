using System.Globalization;
using System.Text.Json;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>What <c>handoff.initiate</c> says of a customer.</summary>
/// <param name="Packet">The id under which the packet is fetched.</param>
/// <param name="Skill">What an agent must know.</param>
/// <param name="Priority">0 to 3.</param>
/// <param name="Language">The customer's language: ko or en.</param>
/// <param name="Reason">Why a person is needed: one of <see cref="EscalationTriggers"/>.</param>
internal sealed record HandoffContext(string Packet, string Skill, int Priority, string Language, string Reason)
{
    /// <summary>The packet whole, where the setting says so; else null.</summary>
    public HandoffPacket? Content { get; init; }
}

/// <summary>What goes to other desks, as activities: the events and messages of the Bot Framework's handoff protocol.</summary>
internal static class HandoffActivities
{
    public const string Initiate = "handoff.initiate";
    public const string EndOfConversation = "endOfConversation";
    private const int LinesAtMost = 200;

    private static readonly ChannelAccount Bot = new() { Id = "servicebot", Name = "ServiceBot", Role = "bot" };

    /// <summary>A customer is handed over, with what was said so far; insults are veiled, as at our own desk.</summary>
    public static Activity Begin(HandoffRow row, HandoffPacket packet, IEnumerable<JournalEntry> journal, InsultVeil veil, bool whole) => new()
    {
        Type = ActivityTypes.Event,
        Name = Initiate,
        Id = row.Id,
        Timestamp = Text(row.OpenedAt),
        ChannelId = packet.Channel,
        Locale = packet.Language == "ko" ? "ko-KR" : "en-US",
        From = Customer(packet.Customer?.Name),
        Conversation = new() { Id = row.Id },
        Value = JsonSerializer.SerializeToElement(
            new HandoffContext(row.Id, packet.Routing.Skill, packet.Routing.Priority, packet.Language, packet.Trigger) { Content = whole ? packet : null }, DeskJson.Options),
        Attachments = [new() { ContentType = "application/json", Name = "Transcript", Content = JsonSerializer.SerializeToElement(Transcribe(row, journal, veil), ActivityJson.Wire.ActivityBatch) }],
        More = new(StringComparer.Ordinal)
        {
            ["relatesTo"] = JsonSerializer.SerializeToElement(new { conversation = new { id = row.ConversationId }, bot = new { id = Bot.Id }, channelId = packet.Channel }),
        },
    };

    /// <summary>What the customer said in one version of the conversation; nothing where the customer said nothing.</summary>
    public static IEnumerable<Activity> Said(HandoffRow row, JournalEntry entry, InsultVeil veil) =>
        Transcript.Of([entry], 0, veil).Where(line => line.Kind == LineKinds.Customer).Select(line => Message(row, line) with { Id = string.Create(CultureInfo.InvariantCulture, $"{row.Id}.{line.Version}") });

    /// <summary>The conversation is not the desk's any more.</summary>
    public static Activity End(HandoffRow row, string code) => new()
    {
        Type = EndOfConversation,
        Id = $"{row.Id}.end",
        Timestamp = Text(row.EndedAt ?? row.OpenedAt),
        From = Customer(null),
        Conversation = new() { Id = row.Id },
        More = new(StringComparer.Ordinal) { ["code"] = JsonSerializer.SerializeToElement(code) },
    };

    private static ActivityBatch Transcribe(HandoffRow row, IEnumerable<JournalEntry> journal, InsultVeil veil) =>
        new([.. Transcript.Of(journal, 0, veil).Where(line => line.Kind is LineKinds.Customer or LineKinds.Bot or LineKinds.Agent).TakeLast(LinesAtMost).Select(line => Message(row, line))]);

    private static Activity Message(HandoffRow row, TranscriptLine line) => new()
    {
        Type = ActivityTypes.Message,
        Id = string.Create(CultureInfo.InvariantCulture, $"{row.Id}.{line.Version}.{line.Index}"),
        Timestamp = Text(line.At),
        From = line.Kind == LineKinds.Customer ? Customer(null) : line.Agent is { } agent ? Bot with { Name = agent } : Bot,
        Conversation = new() { Id = row.Id },
        Text = line.Text,
        TextFormat = "plain",
        // The photographs stay with us; the desk learns that there are some.
        Attachments = line.Photos.IsDefaultOrEmpty ? null : [.. line.Photos.Select(photo => new Attachment { ContentType = "image/*", Name = photo })],
    };

    private static ChannelAccount Customer(string? name) => new() { Id = "customer", Name = name, Role = "user" };

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
