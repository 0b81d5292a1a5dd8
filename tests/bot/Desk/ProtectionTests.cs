using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Protection;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>An abused agent warns, ends it, rests; what was said is evidence for those who may see it.</summary>
public sealed class ProtectionTests : IDisposable
{
    private static int actions;
    private readonly DeskHost host = new() { Settings = { ["Desk:CoolDownMinutes"] = "0" } };
    private readonly DeskHost resting = new();

    public void Dispose()
    {
        host.Dispose();
        resting.Dispose();
    }

    [Fact]
    public async Task After_both_warnings_it_is_ended_wrapped_up_and_the_agent_rests()
    {
        using var jieun = await Served(resting);
        using var early = await Acts(jieun, "stop", new() { ["cause"] = "insult" });
        using var skipped = await Acts(jieun, "warnings", new() { ["rung"] = 2 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (early.StatusCode, skipped.StatusCode));
        Assert.Contains("법으로 보호받아요", (string?)(await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1/preview?act=warn&rung=1"))!["says"]![0], StringComparison.Ordinal);
        using var first = await Acts(jieun, "warnings", new() { ["rung"] = 1 });
        using var last = await Acts(jieun, "warnings", new() { ["rung"] = 2 });
        Assert.Equal(2, (int?)(await View(jieun))["warnings"]);
        using var ended = await Acts(jieun, "stop", new() { ["cause"] = "insult" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, last.StatusCode, ended.StatusCode));

        var inbox = (await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!;
        Assert.Equal(("cool-down", 0), ((string?)inbox["presence"]!["state"], inbox["items"]!.AsArray().Count));
        await resting.Services.GetRequiredService<CoolDowns>().EndOverAsync(default);
        Assert.Equal("cool-down", (string?)(await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["presence"]!["state"]);
    }

    [Fact]
    public async Task The_evidence_is_for_managers_and_every_look_is_in_the_audit()
    {
        using var jieun = await Served(host);
        await host.Says("dl-1", "씨발 죽여 버린다");
        using var ended = await Acts(jieun, "stop", new() { ["cause"] = "threat" });
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal("available", (string?)(await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["presence"]!["state"]);
        await host.Services.GetRequiredService<Accounts>().AddAsync("boss", "장부장", DeskRoles.Manager, "desk-demo", null, default);
        using var boss = await host.SignedIn("boss");
        var act = Assert.Single((await boss.GetFromJsonAsync<JsonArray>("/desk/api/evidence"))!)!;
        Assert.Equal(("dl-1", "이지은", "stopped", "threat"), ((string?)act["conversationId"], (string?)act["agentName"], (string?)act["action"], (string?)act["detail"]));
        JsonNode? line = null;
        // What is noted of a conversation is written a moment after its turn.
        for (var attempt = 0; attempt < 300 && line is null; attempt++)
        {
            using var answer = await boss.GetAsync("/desk/api/evidence/dl-1");
            if (answer.IsSuccessStatusCode) line = (await answer.JsonAsync())["lines"]!.AsArray().Single(each => (bool?)each!["isVeiled"] == true);
            else await Task.Delay(100);
        }
        Assert.DoesNotContain("씨발", (string?)line!["text"], StringComparison.Ordinal);
        using var shown = await boss.PostAsJsonAsync("/desk/api/evidence/dl-1/unveil", new { version = (long?)line["version"], index = (int?)line["index"] });
        Assert.Equal("씨발 죽여 버린다", (string?)(await shown.JsonAsync())["text"]);
        using var other = await boss.GetAsync("/desk/api/evidence/dl-2");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        var audit = (await boss.GetFromJsonAsync<JsonArray>("/desk/api/audit"))!.Select(row => $"{row!["action"]} {row["about"]}").ToArray();
        Assert.Contains("evidence-seen dl-1", audit);
        Assert.Contains("revealed dl-1", audit);
    }

    private static async Task<HttpClient> Served(DeskHost desk)
    {
        var (jieun, _) = await desk.AtWork("jieun");
        await desk.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        return jieun;
    }

    private static async Task<JsonNode> View(HttpClient browser) => await browser.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1") ?? new JsonObject();

    private static async Task<HttpResponseMessage> Acts(HttpClient browser, string what, JsonObject body)
    {
        body["id"] = $"protect-{Interlocked.Increment(ref actions):0000}";
        body["version"] = (long?)(await View(browser))["version"];
        return await browser.PostAsJsonAsync($"/desk/api/conversations/dl-1/{what}", body);
    }
}
