using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Live;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What supervisors see of the whole desk, and do in it.</summary>
public sealed class WallTests : IDisposable
{
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_wall_shows_who_waits_who_works_and_what_somebody_should_see_to()
    {
        using var minho = await host.SignedIn("minho");
        await host.AsksForAPerson("dl-1");
        await host.Says("dl-1", "기다리기");
        var wall = await Wall(minho);
        Assert.Equal("unattended", (string?)Assert.Single(wall["alarms"]!.AsArray())!["kind"]);
        Assert.Equal(("waiting", "김하늘"), ((string?)wall["conversations"]![0]!["state"], (string?)wall["conversations"]![0]!["customerName"]));

        var (jieun, _) = await host.AtWork("jieun");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        wall = await Wall(minho);
        Assert.Empty(wall["alarms"]!.AsArray());
        Assert.Equal(("accepted", "이지은"), ((string?)wall["conversations"]![0]!["state"], (string?)wall["conversations"]![0]!["agentName"]));
        Assert.Equal(1, (int?)wall["agents"]!.AsArray().Single(agent => (string?)agent!["name"] == "이지은")!["load"]);
        Assert.Equal(1, (int?)wall["service"]!["answered"]);
    }

    [Fact]
    public async Task A_supervisor_takes_over_and_the_agent_is_told()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        using var minho = await host.SignedIn("minho");
        using var taken = await minho.PostAsJsonAsync("/desk/api/conversations/dl-1/take-over", new { id = "action-0001", version = 0 });
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await DeskHost.Item(minho, "mine");
        Assert.Empty((await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["items"]!.AsArray());
        using var gone = await jieun.GetAsync("/desk/api/conversations/dl-1");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        using var ended = await minho.PostAsJsonAsync("/desk/api/conversations/dl-1/force-end", new { id = "action-0002", version = 0 });
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Empty((await Wall(minho))["conversations"]!.AsArray());
    }

    [Fact]
    public async Task Whoever_passes_a_customer_on_is_not_the_next_to_be_offered_them()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        var version = (long?)(await accepted.JsonAsync())["version"];
        var (minho, _) = await host.AtWork("minho");
        using var odd = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/transfer", new { id = "action-0001", version, skill = "cooking", note = "" });
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
        using var passed = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/transfer", new { id = "action-0002", version, skill = "complaints", note = "화가 나셨어요" });
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Equal("complaints", (string?)(await DeskHost.Item(minho, "offered"))["skill"]);
        var view = await minho.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1");
        Assert.Contains(view!["lines"]!.AsArray(), line => (string?)line!["text"] == "transferred" && (string?)line["note"] == "화가 나셨어요");
    }

    [Fact]
    public async Task Skills_are_changed_and_everybody_is_told_something()
    {
        using var minho = await host.SignedIn("minho");
        var (jieun, id) = await host.AtWork("jieun");
        using var odd = await minho.PutAsJsonAsync($"/desk/api/agents/{id}/skills", new { skills = new { returns = 9 }, languages = new[] { "ko" }, chatsAtMost = 2 });
        using var set = await minho.PutAsJsonAsync($"/desk/api/agents/{id}/skills", new { skills = new { returns = 2 }, languages = new[] { "ko" }, chatsAtMost = 2 });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NoContent), (odd.StatusCode, set.StatusCode));
        Assert.Equal("""{"returns":2}""", (await Wall(minho))["agents"]!.AsArray().Single(agent => (string?)agent!["id"] == id)!["skills"]!.ToJsonString());
        using var told = await minho.PostAsJsonAsync("/desk/api/broadcasts", new { text = "3시에 회의가 있어요" });
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        Assert.Contains(await host.Services.GetRequiredService<DeskEvents>().ReadAsync(id, 0, default), one => one.Kind == DeskEventKinds.Broadcast);
        jieun.Dispose();
    }

    [Fact]
    public async Task A_reason_for_taking_nobody_is_one_of_the_shops_own_and_stands_on_the_wall_with_its_time()
    {
        await using var shop = new DeskHost { Settings = { ["Desk:PresenceReasons:0"] = "lunch", ["Desk:PresenceReasons:1"] = "요가" } };
        using var jieun = await shop.SignedIn("jieun");
        using var minho = await shop.SignedIn("minho");
        using var odd = await jieun.PutAsJsonAsync("/desk/api/presence", new { presence = "break" });
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
        Assert.Contains("available, lunch, 요가", await odd.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var set = await jieun.PutAsJsonAsync("/desk/api/presence", new { presence = "요가" });
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        var own = (await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!;
        Assert.Equal(["lunch", "요가"], own["reasons"]!.AsArray().Select(reason => (string?)reason));
        var seen = (await Wall(minho))["agents"]!.AsArray().Single(agent => (string?)agent!["name"] == "이지은")!;
        Assert.Equal(("요가", (string?)own["presence"]!["since"]), ((string?)seen["presence"], (string?)seen["since"]));
        Assert.NotNull((string?)seen["since"]);
    }

    private static async Task<JsonNode> Wall(HttpClient browser) => await browser.GetFromJsonAsync<JsonNode>("/desk/api/wall") ?? new JsonObject();
}
