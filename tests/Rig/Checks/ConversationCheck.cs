using System.Globalization;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;

namespace ServiceBot.Rig.Checks;

/// <summary>I1 and I5: what a customer was told is written stands in the log once, under the id that was named, in the order in which it was said.</summary>
internal static class ConversationCheck
{
    /// <summary>Reads the whole log of a story and compares.</summary>
    public static async Task RunAsync(BotClient bot, Story story, Findings findings)
    {
        var batch = await bot.ReadAsync(new Random(story.Customer), story.Conversation, "");
        var log = (batch["activities"]?.AsArray() ?? []).OfType<JsonNode>().ToArray();

        var places = log.Select(Place).ToArray();
        if (!places.SequenceEqual(Enumerable.Range(1, places.Length).Select(place => (long)place)))
            findings.Amiss($"{story.Conversation} has the places {string.Join(' ', places)}");

        var heard = log.Where(activity => BotClient.Text(activity["from"], "role") == "user").ToLookup(activity => BotClient.Text(activity["channelData"], "clientActivityID"), StringComparer.Ordinal);
        foreach (var said in story.Said)
        {
            var found = heard[said.EventId].ToArray();
            if (found.Length == 0)
                findings.Missing($"{said.EventId} was acknowledged as {said.LoggedAs} and is not in the log");
            else if (found.Length > 1)
                findings.Twice($"{said.EventId} is in the log {found.Length} times");
            else if (BotClient.Text(found[0], "id") != said.LoggedAs)
                findings.Amiss($"{said.EventId} was acknowledged as {said.LoggedAs} and stands at {BotClient.Text(found[0], "id")}");
        }

        foreach (var unknown in heard.Where(same => same.Count() > 1 && story.Said.All(said => said.EventId != same.Key)))
            findings.Twice($"{unknown.Key} is in the log {unknown.Count()} times");
        foreach (var contradiction in story.Contradictions)
            findings.Twice(contradiction);

        var order = story.Said.Select(said => Array.FindIndex(log, activity => BotClient.Text(activity, "id") == said.LoggedAs)).Where(place => place >= 0).ToArray();
        if (!order.SequenceEqual(order.Order()))
            findings.Amiss($"{story.Conversation} keeps what was said in another order");
    }

    private static long Place(JsonNode activity) =>
        long.TryParse(BotClient.Text(activity, "id").Split('|')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;
}
