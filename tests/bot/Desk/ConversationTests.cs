using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Tests.Desk;

public sealed class ConversationTests : IDisposable
{
    private static int actions;
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_customer_is_offered_accepted_corrected_and_given_back()
    {
        var (jieun, id) = await host.AtWork("jieun");
        Assert.Contains("대기 순서는 1번째", await host.AsksForAPerson("dl-1"), StringComparison.Ordinal);

        var offer = await DeskHost.Item(jieun, "offered");
        Assert.Equal(("김하늘", "returns", "상담원 바꿔 주세요", "calm", "ko"), ((string?)offer["customerName"], (string?)offer["skill"], (string?)offer["reason"], (string?)offer["mood"], (string?)offer["language"]));
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        using var again = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        var seen = await View(jieun);
        Assert.Equal(("agent", id), ((string?)seen["owner"]?["kind"], (string?)seen["owner"]?["agentId"]));
        Assert.Equal("김하늘", (string?)seen["packet"]?["customer"]?["name"]);
        Assert.Contains(seen["lines"]!.AsArray(), line => (string?)line?["kind"] == "customer" && (string?)line?["text"] == "주전자를 반품할래요");

        var fact = seen["packet"]!["missing"]!.AsArray().Single(gap => (bool)gap!["isNext"]!)!;
        var version = await Act(jieun, "corrections", seen, new() { ["slot"] = (string?)fact["slot"], ["words"] = "무선 주전자(화이트)" });
        var corrected = await View(jieun);
        Assert.Contains(corrected["packet"]!["facts"]!.AsArray(), known => (string?)known?["source"] == "agent" && (string?)known?["text"] == "무선 주전자(화이트)");
        Assert.Equal(version, (long?)corrected["version"]);

        await Act(jieun, "messages", corrected, new() { ["text"] = "확인했어요. 봇이 이어서 도와드릴게요." });
        await Act(jieun, "return", await View(jieun), []);
        using var gone = await jieun.GetAsync("/desk/api/conversations/dl-1");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("사진", await host.Says("dl-1", "깨져서 왔어요"), StringComparison.Ordinal);
        Assert.Equal(EscalationStates.Returned, (await Row()).State);
    }

    [Fact]
    public async Task Whoever_did_not_see_the_customers_last_words_does_nothing_and_is_told()
    {
        var jieun = await Served();
        var seen = await View(jieun);
        await host.Says("dl-1", "아 잠시만요");
        using var stale = await Send(jieun, "messages", seen, new() { ["text"] = "네, 반품해 드릴게요." });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.DoesNotContain((await View(jieun))["lines"]!.AsArray(), line => (string?)line?["text"] == "네, 반품해 드릴게요.");
    }

    [Fact]
    public async Task The_same_message_twice_is_said_once()
    {
        var jieun = await Served();
        var seen = await View(jieun);
        foreach (var _ in new[] { 1, 2 })
        {
            using var said = await Send(jieun, "messages", seen, new() { ["id"] = "same-id-0001", ["text"] = "한 번만" });
            Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        }
        Assert.Single((await View(jieun))["lines"]!.AsArray(), line => (string?)line?["text"] == "한 번만");
    }

    [Fact]
    public async Task An_end_that_is_sent_again_is_answered_as_done_though_the_conversation_is_the_agents_no_more()
    {
        var jieun = await Served();
        var seen = await View(jieun);
        foreach (var _ in new[] { 1, 2 })
        {
            using var ended = await Send(jieun, "end", seen, new() { ["id"] = "same-id-0002" });
            Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        }
        using var other = await Send(jieun, "end", seen, new() { ["id"] = "other-id-001" });
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task The_bot_suggests_to_the_owner_what_it_would_answer()
    {
        var jieun = await Served();
        await host.Says("dl-1", "환불은 얼마나 걸려요?");
        var suggestion = await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1/suggestion");
        Assert.Contains("영업일", suggestion?["says"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal((long?)(await View(jieun))["version"], (long?)suggestion?["version"]);
        using var james = await host.SignedIn("james");
        using var foreign = await james.GetAsync("/desk/api/conversations/dl-1/suggestion");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        await Act(jieun, "messages", await View(jieun), new() { ["text"] = "3영업일 안에 돌려드려요." });
        Assert.Empty((await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1/suggestion"))!["says"]!.AsArray()); // answered
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_and_changes_nothing()
    {
        var jieun = await Served();
        var seen = await View(jieun);
        for (var time = 0; time < 2; time++)
        {
            // The same sent again was no more done than the first time.
            using var odd = await Send(jieun, "corrections", seen, new() { ["id"] = "action-odd", ["slot"] = "items", ["words"] = "비행기" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        }
        Assert.Equal((long?)seen["version"], (long?)(await View(jieun))["version"]);
    }

    [Fact]
    public async Task Another_agents_conversation_looks_like_none_and_a_supervisor_may_look_but_not_speak()
    {
        var jieun = await Served();
        using var james = await host.SignedIn("james");
        using var minho = await host.SignedIn("minho");
        using var foreign = await james.GetAsync("/desk/api/conversations/dl-1");
        using var missing = await james.GetAsync("/desk/api/conversations/dl-none");
        using var odd = await james.GetAsync("/desk/api/conversations/%7Bdl%7D");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [foreign.StatusCode, missing.StatusCode, odd.StatusCode]);
        Assert.Equal(Detail(await foreign.JsonAsync()), Detail(await missing.JsonAsync()));
        using var speaks = await Send(james, "messages", await View(jieun), new() { ["text"] = "저는 제임스예요" });
        using var above = await Send(minho, "messages", await View(minho), new() { ["text"] = "저는 팀장이에요" });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (speaks.StatusCode, above.StatusCode));

        static string? Detail(JsonNode problem) => (string?)problem["detail"];
    }

    [Fact]
    public async Task An_offer_that_is_declined_goes_to_the_next_at_once()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        var (minho, _) = await host.AtWork("minho");
        using var declined = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/decline", new { });
        Assert.Equal(HttpStatusCode.NoContent, declined.StatusCode);
        Assert.Equal((string?)offer["id"], (string?)(await DeskHost.Item(minho, "offered"))["id"]);
        using var late = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task When_nobody_is_at_the_desk_it_is_said_at_once() =>
        Assert.Contains("연결할 수 있는 상담원이 없어요", await host.AsksForAPerson("dl-1"), StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_waits_is_in_the_queue_again_after_it_was_lost()
    {
        await host.AtWork("jieun");
        host.Services.GetRequiredService<Presence>(); // jieun is there, but offers nothing yet
        await host.AsksForAPerson("dl-1");
        var queue = host.Services.GetRequiredService<IQueueStore>();
        await queue.RemoveAsync((await Row()).Id, default);
        Assert.Empty(await queue.LengthsAsync(default));
        await host.Services.GetRequiredService<Dispatcher>().LookAsync(sweep: true, default);
        Assert.Equal(1, Assert.Single(await queue.LengthsAsync(default)).Count);
    }

    [Fact]
    public async Task Every_look_and_every_action_is_in_the_audit_and_no_words_of_the_customer_are()
    {
        var jieun = await Served();
        await Act(jieun, "messages", await View(jieun), new() { ["text"] = "안녕하세요" });
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        var rows = await database.Audit.OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal(["signed-in", "accepted", "read", "said"], rows.Select(row => row.Action));
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(n => (long)n), rows.Select(row => row.Sequence));
    }

    [Fact]
    public async Task Events_come_in_one_order_from_any_cursor()
    {
        var (jieun, id) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        await DeskHost.Item(jieun, "offered");
        var events = host.Services.GetRequiredService<DeskEvents>();
        var all = await events.ReadAsync(id, 0, default);
        // An offer stands a moment before its event does.
        for (var attempt = 0; attempt < 300 && !all.Any(one => one.Kind == DeskEventKinds.Item); attempt++)
        {
            await Task.Delay(100);
            all = await events.ReadAsync(id, 0, default);
        }
        Assert.Contains(all, one => one.Kind == DeskEventKinds.Item);
        Assert.Equal(all.Select(one => one.Sequence).Order(), all.Select(one => one.Sequence));
        Assert.Equal(all.Skip(1).Select(one => one.Sequence), (await events.ReadAsync(id, all[0].Sequence, default)).Take(all.Length - 1).Select(one => one.Sequence)); // more may have come
        Assert.DoesNotContain(await events.ReadAsync("somebody else", 0, default), one => one.Kind == DeskEventKinds.Item);
    }

    private async Task<HttpClient> Served()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        return jieun;
    }

    private static async Task<JsonNode> View(HttpClient browser) => await browser.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1") ?? new JsonObject();

    private static async Task<long?> Act(HttpClient browser, string what, JsonNode seen, JsonObject body)
    {
        using var answer = await Send(browser, what, seen, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (long?)(await answer.JsonAsync())["version"];
    }

    private static Task<HttpResponseMessage> Send(HttpClient browser, string what, JsonNode seen, JsonObject body)
    {
        body["id"] ??= $"action-{Interlocked.Increment(ref actions):000000}";
        body["version"] = (long?)seen["version"];
        return browser.PostAsJsonAsync($"/desk/api/conversations/dl-1/{what}", body);
    }

    private async Task<EscalationRow> Row()
    {
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        return await database.Escalations.AsNoTracking().SingleAsync();
    }
}
