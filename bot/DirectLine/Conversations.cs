using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The conversations of Direct Line: opened, read and spoken in. What was said lies in the log; nothing is kept here but what spares a read.</summary>
internal sealed class Conversations(ITurns turns, IContextStore store, LogReader reader, OpenStreams streams, LogActivities log, AttachedPhotos contained, IFacts records, TimeProvider clock,
    IHostApplicationLifetime host, IEnumerable<IHearsTyping> desks) : IDisposable
{
    private static readonly TimeSpan TypingAfter = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan GreetingOwed = TimeSpan.FromMinutes(10);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>A new conversation's id, beyond guessing.</summary>
    public static string NewId() => "dl-" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A new user's id, with the prefix that clients know as not theirs to choose.</summary>
    public static string NewUser() => "dl_" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Opens a conversation: the bot greets, once. A greeting that cannot be said now is said as soon as it can be.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> OpenAsync(string conversation, string? user, string? locale)
    {
        var start = new Turn(conversation, "start", ChannelAbilities.DirectLine, new Started(), clock.GetUtcNow()) { From = user, Locale = locale };
        var result = await turns.RunAsync(start, CancellationToken.None);
        Remember(conversation);
        // Clients take a 5xx to a start for final, so the conversation is there, and its greeting comes late.
        if (result.Kind == TurnResultKind.Failed) _ = GreetLaterAsync(start);
        return result.Kind != TurnResultKind.Duplicate;
    }

    /// <summary>Whether a conversation was ever opened.</summary>
    public async Task<bool> ExistsAsync(string conversation, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(conversation, out _)) return true;
        // Where the log was lost, the shop's records may still know it; the next turn then says what happened.
        if ((await store.ReadLogAsync(conversation, 0, cancellationToken)).IsEmpty && await records.FetchAsync(new ConversationOf(conversation), cancellationToken) is null) return false;
        Remember(conversation);
        return true;
    }

    /// <summary>What was said after a watermark; one beyond the end reads as the end.</summary>
    /// <returns>The activities and the new watermark, nothing and the old one while the log cannot be read, or null where there is no such conversation.</returns>
    public async Task<ActivityBatch?> ReadAsync(string conversation, string address, long watermark, CancellationToken cancellationToken)
    {
        // Reading from one before tells "nothing new" from "no such place" in one read.
        if (await reader.TryReadAsync(conversation, Math.Max(0, watermark - 1), cancellationToken) is not { } entries) return log.Batch(conversation, address, [], watermark);
        if (entries.IsEmpty && watermark > 0) entries = [.. (await store.ReadLogAsync(conversation, 0, cancellationToken)).TakeLast(1)];
        if (entries.IsEmpty && !known.TryGetValue(conversation, out _)) return null;
        return log.Batch(conversation, address, [.. entries.Where(entry => entry.Sequence > watermark)], entries.IsEmpty ? 0 : entries[^1].Sequence);
    }

    /// <summary>Takes what the customer sent. Who closes the page meanwhile has still said it.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="activity">What, its sender already set.</param>
    /// <param name="uploads">Ids of uploads that came with it.</param>
    /// <returns>The id under which it is seen in the conversation, or null where the turn could not be done: nothing was written, and it may be sent again.</returns>
    public async Task<string?> SendAsync(string conversation, Activity activity, ImmutableArray<string> uploads)
    {
        if (!string.Equals(activity.Type, ActivityTypes.Message, StringComparison.Ordinal)) return Pass(conversation, activity);
        Tell(conversation, writes: false);
        ImmutableArray<string> photos = [.. uploads, .. await contained.KeepAsync(conversation, activity, fetch: null, CancellationToken.None)];
        var running = turns.RunAsync(
            new Turn(conversation, EventIds.From(ClientActivityId(activity) ?? activity.Id), ChannelAbilities.DirectLine, IncomingMessage.Read(activity, photos), clock.GetUtcNow())
            {
                From = activity.From?.Id,
                Locale = activity.Locale,
                Original = ActivityJson.Write(activity),
            },
            CancellationToken.None);
        if (await Task.WhenAny(running, Task.Delay(TypingAfter, clock, CancellationToken.None)) != running)
            streams.Pass(conversation, log.Typing(conversation, null));
        var result = await running;
        CrashPoint.Reach("directline.answer");
        Apologize(conversation, result);
        if (result.Kind == TurnResultKind.Failed) return null;
        return result.Sequence > 0 ? LogActivities.Id(conversation, result.Sequence) : LogActivities.TransientId(conversation);
    }

    private async Task GreetLaterAsync(Turn start)
    {
        try
        {
            for (var rest = TimeSpan.FromSeconds(1); rest < GreetingOwed; rest *= 2)
            {
                await Task.Delay(rest, clock, host.ApplicationStopping);
                if ((await turns.RunAsync(start, host.ApplicationStopping)).Kind != TurnResultKind.Failed) return;
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops; whoever writes next is greeted with the answer.
        }
    }

    // Events are no part of what was said, yet Web Chat waits for their echo.
    private string Pass(string conversation, Activity activity)
    {
        var echo = log.Transient(conversation, activity);
        if (string.Equals(activity.Type, ActivityTypes.Typing, StringComparison.Ordinal)) Tell(conversation, writes: true);
        else streams.Pass(conversation, echo);
        return echo.Id ?? "";
    }

    private void Tell(string conversation, bool writes)
    {
        foreach (var desk in desks) desk.CustomerWrites(conversation, writes);
    }

    private void Apologize(string conversation, TurnResult result)
    {
        if (result.Kind != TurnResultKind.Failed) return;
        foreach (var message in result.Replies.Select(reply => reply.Message).OfType<Message>())
            streams.Pass(conversation, log.Transient(conversation, log.From(message)));
    }

    private static string? ClientActivityId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private void Remember(string conversation) =>
        known.Set(conversation, true, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });

    public void Dispose() => known.Dispose();
}
