using System.Text.Json.Nodes;
using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>A10: many messages to one conversation at the same time, over all nodes.</summary>
internal static class ParallelMessages
{
    /// <summary>Sends them, and checks that the log is in one line: each stands in it once, and was answered once.</summary>
    public static async Task RunAsync(Deployment deployment, int messages, int customer, Findings findings)
    {
        var story = new Story(customer) { Conversation = await deployment.Bot.OpenAsync(new Random(customer)) };
        var sent = await Task.WhenAll(Enumerable.Range(0, messages).Select(async number =>
        {
            var eventId = $"parallel-{number}";
            return new Said(eventId, await deployment.Bot.SayAsync(new Random(number), story.Conversation, eventId, "How long does a refund take?"));
        }));
        story.Said.AddRange(sent.OrderBy(said => said.LoggedAs, StringComparer.Ordinal));
        await ConversationCheck.RunAsync(deployment.Bot, story, findings);

        var log = ((await deployment.Bot.ReadAsync(new Random(customer), story.Conversation, ""))["activities"]?.AsArray() ?? []).OfType<JsonNode>().ToArray();
        var answered = log.Where(activity => BotClient.Text(activity["from"], "role") == "bot").ToLookup(activity => BotClient.Text(activity, "replyToId"), StringComparer.Ordinal);
        var place = log.Select((activity, index) => (Id: BotClient.Text(activity, "id"), index)).ToDictionary(entry => entry.Id, entry => entry.index, StringComparer.Ordinal);
        foreach (var said in sent)
        {
            if (!answered.Contains(said.LoggedAs))
                findings.Missing($"{said.EventId} was never answered");
            // A turn's answers follow it at once: an answer elsewhere, or twice as many of them, would come from a turn that lost.
            else if (answered[said.LoggedAs].Select(answer => place[BotClient.Text(answer, "id")] - place[said.LoggedAs]).Select((distance, number) => distance - number).Any(off => off != 1))
                findings.Twice($"{said.EventId} was answered at {string.Join(' ', answered[said.LoggedAs].Select(answer => BotClient.Text(answer, "id")))}");
        }
    }
}
