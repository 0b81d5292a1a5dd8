using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>A9: of what channels send, every fifth comes to both nodes at once, every fifth behind what was said after it, and every fifth once more later. It is done once, and every copy gets the same answer.</summary>
internal static class DuplicateEvents
{
    private const int AtOnce = 12;
    private const int Of = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>So many conversations over Bot Framework that end with a refund, and as many calls that end with a case.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await using var deployment = await Deployment.ServedAsync(2, run.Times, new Ground { Settings = Caller.Settings });
        var tally = new Tally();
        using var webhooks = new Webhooks(deployment.Nodes.Select(node => node.Address).ToArray());
        await Parallel.ForAsync(0, run.Times, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (customer, _) =>
        {
            await WriteAsync(webhooks, customer, tally, run);
            await new Caller(webhooks, customer).CallAsync(tally, run);
        });

        var findings = await deployment.CheckAsync([]);
        var shop = await deployment.ReadShopAsync();
        foreach (var customer in Enumerable.Range(0, run.Times))
        {
            var returns = shop.Returns.Count(entry => BotClient.Text(entry, "orderId") == RigShop.Order(customer));
            run.Demand(returns == 1, $"{RigShop.Order(customer)} was refunded {returns} times");
            var cases = shop.Cases.Count(matter => BotClient.Text(matter, "phone").EndsWith(Caller.NumberOf(customer)[^8..], StringComparison.Ordinal));
            run.Demand(cases == 1, $"the caller {customer} has {cases} cases");
        }

        await run.Output.WriteLineAsync($"A9: {run.Times} conversations over Bot Framework and {run.Times} calls over both nodes");
        await run.NoteAsync($"events         {tally.Sent}, of them {tally.Twice} at both nodes at once, {tally.Late} once more later, {tally.Reordered} overtaken; {tally.Again} sent again after an error");
        await run.NoteAsync($"effects        {shop.Returns.Count} refunds, {shop.Cases.Count} cases");
        await run.NoteAsync($"found          {findings}");
        run.Demand(findings.IsClean, "see what was found");
    }

    private static async Task WriteAsync(Webhooks webhooks, int customer, Tally tally, RowRun run)
    {
        var chance = new Random(customer);
        var answers = new List<(JsonObject Activity, string Answer)>();
        string[] says = [$"My Blue Kettle from order {RigShop.Order(customer)} is defective and I want my money back. My email is {RigShop.Email(customer)}", "yes", "thank you"];
        for (var turn = 0; turn < says.Length; turn++)
        {
            var activity = Activity(customer, $"said-{turn}", says[turn]);
            // A question that was asked after it overtakes it; it belongs to no dialog.
            var overtaking = chance.Next(Of) == 0 ? webhooks.PostAsync(chance.Next(2), "/api/messages", Activity(customer, $"asked-{turn}", "How long does a refund take?"), tally) : null;
            if (overtaking is not null)
                Interlocked.Increment(ref tally.Reordered);
            if (chance.Next(Of) == 0)
            {
                Interlocked.Increment(ref tally.Twice);
                var node = chance.Next(2);
                await Task.WhenAll(webhooks.PostAsync(node, "/api/messages", activity, tally), webhooks.PostAsync(1 - node, "/api/messages", activity, tally));
            }

            answers.Add((activity, await SettledAsync(activity)));
            if (overtaking is not null)
                await overtaking;
            if (chance.Next(Of) != 0)
                continue;
            var (earlier, answered) = answers[chance.Next(answers.Count)];
            Interlocked.Increment(ref tally.Late);
            var later = await webhooks.PostAsync(chance.Next(2), "/api/messages", earlier, tally);
            run.Demand(later == answered, $"customer {customer}: an activity that came again later was answered otherwise: {later} instead of {answered}");
        }

        // An apology is no answer, and while an effect is under way its outcome is still to come; a channel's customer sends it again.
        async Task<string> SettledAsync(JsonObject activity)
        {
            var answer = "";
            var settled = await RowRun.UntilAsync(
                async () =>
                {
                    answer = await webhooks.PostAsync(chance.Next(2), "/api/messages", activity, tally);
                    return JsonNode.Parse(answer)?["activities"]?.AsArray() is [.., { } last]
                        && BotClient.Text(last["channelData"]?["servicebot"], "dialog").Length > 0 && BotClient.Text(last["channelData"]?["servicebot"], "state") != "Committing";
                },
                Patience);
            run.Demand(settled is not null, $"customer {customer}: '{BotClient.Text(activity, "text")[..3]}...' was answered {answer} for {Patience.TotalSeconds:0} s");
            return answer;
        }
    }

    private static JsonObject Activity(int customer, string id, string text) => new()
    {
        ["type"] = "message", ["id"] = id, ["channelId"] = "webchat", ["locale"] = "en-US", ["text"] = text, ["deliveryMode"] = "expectReplies",
        ["from"] = new JsonObject { ["id"] = $"u{customer}" }, ["recipient"] = new JsonObject { ["id"] = "servicebot" }, ["conversation"] = new JsonObject { ["id"] = $"rig-{customer}" },
    };
}

/// <summary>How many events were sent, and how.</summary>
internal sealed class Tally
{
    public int Sent;
    public int Twice;
    public int Late;
    public int Reordered;
    public int Again;
}
