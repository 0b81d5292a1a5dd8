using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Queues;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>An offer that nobody takes up goes on to the next agent; the customer keeps the place, and whoever missed it takes nobody until they say so.</summary>
public sealed class MissedOfferTests : IDisposable
{
    private readonly DeskHost host = new() { Settings = { ["Desk:OfferSeconds"] = "5", ["Desk:AnswerSeconds"] = "3600" } };

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task It_is_offered_again_at_the_old_place_and_the_agent_is_away_for_that_reason()
    {
        var (jieun, id) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        JsonNode? inbox = null;
        for (var attempt = 0; attempt < 300 && (string?)inbox?["presence"]?["state"] != "missed"; attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            inbox = await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox");
        }
        Assert.Equal("missed", (string?)inbox?["presence"]?["state"]);
        Assert.NotNull((string?)inbox?["presence"]?["since"]);
        Assert.DoesNotContain(inbox!["items"]!.AsArray(), item => (string?)item!["id"] == (string?)offer["id"]);
        await host.AsksForAPerson("dl-2");
        await host.Says("dl-2", "기다리기"); // behind
        var waiting = await host.Services.GetRequiredService<IQueueStore>().PeekAsync(new Lane("returns", "ko"), 9, default);
        Assert.Equal(["dl-1", "dl-2"], waiting.Select(entry => entry.ConversationId));
        Assert.Equal([id], waiting[0].PassedBy);

        var (minho, _) = await host.AtWork("minho");
        await DeskHost.Item(minho, "offered");
        var again = (await minho.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["items"]!.AsArray().Single(item => (string?)item!["conversationId"] == "dl-1")!;
        Assert.Equal(((string?)offer["id"], (string?)offer["waitingSince"]), ((string?)again["id"], (string?)again["waitingSince"]));
        using var accepted = await minho.PostAsJsonAsync($"/desk/api/offers/{again["id"]}/accept", new { });
        Assert.True(accepted.IsSuccessStatusCode);

        using var late = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(System.Net.HttpStatusCode.Conflict, late.StatusCode);
    }
}
