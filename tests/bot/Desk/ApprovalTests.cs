using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Live;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Exceptions from the policy: within one's limit, and above it by somebody else.</summary>
public sealed class ApprovalTests : IDisposable
{
    private readonly DeskHost host = new() { Settings = { ["Desk:AgentLimit"] = "10000", ["Desk:SupervisorLimit"] = "30000" } };
    private readonly DeskHost generous = new();

    public void Dispose()
    {
        host.Dispose();
        generous.Dispose();
    }

    [Fact]
    public async Task Within_the_limit_an_agent_makes_the_exception_at_once()
    {
        using var jieun = await NeedsAPhotograph(generous);
        Assert.Equal("granted", await Asks(jieun));
        Assert.True((bool?)(await View(jieun))["packet"]?["verdict"]?["isApproved"]);
    }

    [Fact]
    public async Task Above_the_limit_somebody_else_is_asked_who_may_decide_it()
    {
        using var jieun = await NeedsAPhotograph(host);
        Assert.Equal("asked", await Asks(jieun));
        Assert.Equal("asked", await Asks(jieun));
        Assert.False((bool?)(await View(jieun))["packet"]?["verdict"]?["isApproved"]);
        using var minho = await host.SignedIn("minho");
        var wish = Assert.Single((await minho.GetFromJsonAsync<JsonArray>("/desk/api/approvals"))!)!;
        Assert.Equal(("S05", 39_000L, false), ((string?)wish["rule"], (long?)wish["amount"], (bool?)wish["mayDecide"]));
        using var above = await minho.PostAsJsonAsync($"/desk/api/approvals/{wish["id"]}", new { grant = true });
        Assert.Equal(HttpStatusCode.Forbidden, above.StatusCode);
        Assert.False((bool?)(await View(jieun))["packet"]?["verdict"]?["isApproved"]);
    }

    [Fact]
    public async Task Nobody_grants_what_they_asked_for_themselves_nor_what_has_become_another_matter()
    {
        await using var other = new DeskHost { Settings = { ["Desk:AgentLimit"] = "10000" } };
        using var jieun = await NeedsAPhotograph(other);
        await Asks(jieun);
        using var minho = await other.SignedIn("minho");
        var wish = Assert.Single((await minho.GetFromJsonAsync<JsonArray>("/desk/api/approvals"))!)!;
        using var own = await jieun.PostAsJsonAsync($"/desk/api/approvals/{wish["id"]}", new { grant = true });
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);

        using var changed = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/corrections", new { id = "action-0002", version = (long?)(await View(jieun))["version"], slot = "reason", words = "changed_mind" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var late = await minho.PostAsJsonAsync($"/desk/api/approvals/{wish["id"]}", new { grant = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var refused = await minho.PostAsJsonAsync($"/desk/api/approvals/{wish["id"]}", new { grant = false });
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Empty((await minho.GetFromJsonAsync<JsonArray>("/desk/api/approvals"))!);
    }

    [Fact]
    public async Task Whoever_looks_anew_sees_that_somebody_was_asked_until_it_was_decided_or_the_matter_is_another()
    {
        await using var other = new DeskHost { Settings = { ["Desk:AgentLimit"] = "10000" } };
        using var jieun = await NeedsAPhotograph(other);
        Assert.Null((await View(jieun))["askedApproval"]);
        await Asks(jieun);
        await other.Says("dl-1", "얼마나 걸려요?");
        var seen = await View(jieun);
        using var minho = await other.SignedIn("minho");
        var wish = Assert.Single((await minho.GetFromJsonAsync<JsonArray>("/desk/api/approvals"))!)!;
        Assert.Equal((string?)wish["id"], (string?)seen["askedApproval"]);
        Assert.Equal("이 사유에는 사진이 필요해요.", (string?)wish["text"]);

        using var changed = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/corrections", new { id = "action-0002", version = (long?)seen["version"], slot = "reason", words = "changed_mind" });
        Assert.Null((await View(jieun))["askedApproval"]);
        Assert.Empty((await minho.GetFromJsonAsync<JsonArray>("/desk/api/approvals"))!); // nobody could grant it now
        using var back = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/corrections", new { id = "action-0003", version = (long?)(await View(jieun))["version"], slot = "reason", words = "damaged" });
        Assert.Equal((string?)wish["id"], (string?)(await View(jieun))["askedApproval"]);

        using var refused = await minho.PostAsJsonAsync($"/desk/api/approvals/{wish["id"]}", new { grant = false });
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Null((await View(jieun))["askedApproval"]);
        Assert.Equal(("refused", true), await Told(other, jieun));
        Assert.Equal(("refused", false), await Told(other, minho)); // whoever could decide is shown nothing that was decided
        Assert.Equal("asked", await Asks(jieun, "action-0004"));
        Assert.NotNull((await View(jieun))["askedApproval"]);
    }

    [Fact]
    public async Task A_wish_is_granted_for_whoever_has_the_conversation_by_then()
    {
        await using var other = new DeskHost { Settings = { ["Desk:AgentLimit"] = "10000" } };
        using var jieun = await NeedsAPhotograph(other);
        await Asks(jieun);
        using var minho = await other.SignedIn("minho");
        using var taken = await minho.PostAsJsonAsync("/desk/api/conversations/dl-1/take-over", new { id = "action-0005", version = (long?)(await View(minho))["version"] });
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        var wish = Assert.Single((await minho.GetFromJsonAsync<JsonArray>("/desk/api/approvals"))!)!;
        using var granted = await minho.PostAsJsonAsync($"/desk/api/approvals/{wish["id"]}", new { grant = true });
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        Assert.True((bool?)(await View(minho))["packet"]?["verdict"]?["isApproved"]);
    }

    [Fact]
    public async Task Whoever_asks_by_what_stood_before_the_machine_noted_the_acceptance_has_seen_everything()
    {
        using var jieun = await NeedsAPhotograph(generous);
        var version = (long?)(await View(jieun))["version"];
        using var early = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/approvals", new { id = "action-0006", version = version - 2 });
        using var answer = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/approvals", new { id = "action-0007", version = version - 1 });
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (early.StatusCode, answer.StatusCode));
    }

    [Fact]
    public async Task A_decision_must_say_what_it_is()
    {
        using var minho = await host.SignedIn("minho");
        using var nothing = await minho.PostAsJsonAsync("/desk/api/approvals/x", new { });
        using var unknown = await minho.PostAsJsonAsync("/desk/api/approvals/x", new { grant = true });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (nothing.StatusCode, unknown.StatusCode));
    }

    private static async Task<HttpClient> NeedsAPhotograph(DeskHost host)
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.Says("dl-1", "주전자가 깨져서 왔어요. 반품할래요");
        await host.Says("dl-1", "20261116-0001003, 010-0000-1234");
        await host.Says("dl-1", "무선 주전자(블루)");
        await host.Says("dl-1", "없어요");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        return jieun;
    }

    private static async Task<string?> Asks(HttpClient agent, string action = "action-0001")
    {
        using var answer = await agent.PostAsJsonAsync("/desk/api/conversations/dl-1/approvals", new { id = action, version = (long?)(await View(agent))["version"] });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (string?)(await answer.JsonAsync())["state"];
    }

    // The last that an open desk heard of exceptions.
    private static async Task<(string? State, bool IsYours)> Told(DeskHost host, HttpClient browser)
    {
        var id = (string?)(await browser.GetFromJsonAsync<JsonNode>("/desk/api/session"))?["id"] ?? "";
        var last = (await host.Services.GetRequiredService<DeskEvents>().ReadAsync(id, 0, TestContext.Current.CancellationToken)).Last(one => one.Kind == DeskEventKinds.Approval).Body;
        return (last.GetProperty("state").GetString(), last.GetProperty("isYours").GetBoolean());
    }

    private static async Task<JsonNode> View(HttpClient browser) => await browser.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1") ?? new JsonObject();
}
