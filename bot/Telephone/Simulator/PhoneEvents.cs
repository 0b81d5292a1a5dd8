using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>A log as the page follows it: server-sent events whose ids are the cursor, so that a reconnect goes on where it broke.</summary>
internal static class PhoneEvents
{
    /// <summary>The number of the last event that the page knows; null where it has just been opened.</summary>
    public static int? Known(HttpRequest request) => int.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What happens after an event, for as long as both sides are there.</summary>
    /// <param name="log">Where it stands.</param>
    /// <param name="after">The number of the last event that is known.</param>
    /// <param name="gone">The page is closed.</param>
    /// <param name="stopping">This server ends.</param>
    /// <param name="before">What is told first.</param>
    public static async IAsyncEnumerable<SseItem<string>> Of(CallLog log, int after, CancellationToken gone, [EnumeratorCancellation] CancellationToken stopping, params CallEvent[] before)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        foreach (var entry in before) yield return Item(entry);
        await foreach (var entry in log.ReadAsync(after, either.Token)) yield return Item(entry);
    }

    private static SseItem<string> Item(CallEvent entry) =>
        new(JsonSerializer.Serialize(entry, PhonePageJson.Default.CallEvent)) { EventId = entry.Number.ToString(CultureInfo.InvariantCulture) };
}
