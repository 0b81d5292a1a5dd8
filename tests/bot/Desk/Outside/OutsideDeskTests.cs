using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Outside;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk.Outside;

/// <summary>Customers whom somebody else's desk serves, which is a server of its own.</summary>
public sealed class OutsideDeskTests : IAsyncLifetime
{
    private readonly DeskHost host = new();
    private OutsideDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await OutsideDesk.StartAsync();
        host.Settings["Handoff:WebhookUrl"] = desk.Address + "/hear";
        host.Settings["Handoff:Secrets:0"] = OutsideDesk.NextSecret; // both sign while one takes the other's place
        host.Settings["Handoff:Secrets:1"] = OutsideDesk.Secret;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_customer_is_handed_over_served_and_given_back_to_the_bot_where_it_was()
    {
        Assert.Contains("상담원을 연결하고 있어요", await host.AsksForAPerson("dl-1"), StringComparison.Ordinal);
        var handoff = await desk.HandedOverAsync();
        Assert.Equal(("event", "returns", "asked", "ko"), ((string?)handoff["type"], (string?)handoff["value"]?["skill"], (string?)handoff["value"]?["reason"], (string?)handoff["value"]?["language"]));
        Assert.Equal("dl-1", (string?)handoff["relatesTo"]?["conversation"]?["id"]);
        Assert.Null(handoff["value"]?["content"]);
        var transcript = Assert.Single(handoff["attachments"]!.AsArray())!;
        Assert.Equal(("application/json", "Transcript"), ((string?)transcript["contentType"], (string?)transcript["name"]));
        Assert.Contains(transcript["content"]!["activities"]!.AsArray(), line => (string?)line?["text"] == "주전자를 반품할래요" && (string?)line?["from"]?["role"] == "user");

        await host.Says("dl-1", "혹시 오늘 되나요?");
        await desk.SaidAsync("혹시 오늘 되나요?");
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "accepted")));
        Assert.Equal("outside:a-7", (await Context("dl-1")).Owner?.Agent?.Id);
        Assert.Contains(await Said("dl-1"), text => text.Contains("상담원 정다은이에요", StringComparison.Ordinal));
        Assert.Equal("", await host.Says("dl-1", "블루 주전자예요")); // the bot is silent
        await desk.SaidAsync("블루 주전자예요");
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.Message(handoff, "네, 봇이 이어서 도와드릴게요.")));
        Assert.Equal("네, 봇이 이어서 도와드릴게요.", (await Said("dl-1"))[^1]);

        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "completed")));
        Assert.Null((await Context("dl-1")).Owner);
        Assert.Contains(await Said("dl-1"), text => text.Contains("다시 자동 상담 봇이에요", StringComparison.Ordinal));
        Assert.Equal(EscalationStates.Returned, (await Row()).State);
        await host.Says("dl-1", "이건 봇에게만 하는 말이에요");
        await host.Services.GetRequiredService<HandoffSender>().LookAsync(sweep: true, default);
        Assert.DoesNotContain(desk.Received, one => (string?)one["text"] == "이건 봇에게만 하는 말이에요");
        Assert.Equal(0, desk.Forged);
    }

    [Fact]
    public async Task In_English_too_and_the_desk_says_how_it_ended()
    {
        await host.Says("dl-2", "Can I talk to a person, please?");
        var handoff = await desk.HandedOverAsync();
        Assert.Equal(("en", "en-US"), ((string?)handoff["value"]?["language"], (string?)handoff["locale"]));
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.Message(handoff, "Hello, how can I help?"))); // whoever speaks has accepted
        Assert.Equal("Hello, how can I help?", (await Said("dl-2"))[^1]);
        var writes = OutsideDesk.Message(handoff, "");
        writes["type"] = "typing";
        Assert.Equal(HttpStatusCode.OK, await Send(writes));
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "completed", "resolved")));
        Assert.Equal(HttpStatusCode.Conflict, await Send(writes)); // the customer is not theirs any more
        var row = await Row();
        Assert.Equal((EscalationStates.Ended, "resolved", "outside:a-7"), (row.State, row.WrapUp, row.AgentId));
        Assert.Contains(await Said("dl-2"), text => text.Contains("My colleague has finished.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_packet_is_fetched_by_its_id_and_masked_and_only_while_the_customer_is_theirs()
    {
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        using var answer = await SendAsync("/handoff/packet", new JsonObject { ["packet"] = (string?)handoff["value"]?["packet"], ["language"] = "en" });
        var packet = await answer.JsonAsync();
        Assert.Equal(("김*늘", "asked", "return"), ((string?)packet["customer"]?["name"], (string?)packet["trigger"], (string?)packet["goal"]?["dialog"]));
        Assert.DoesNotContain("김하늘", packet.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange(((string?)packet["brief"])!.Length, 1, 600);
        using var foreign = await SendAsync("/handoff/packet", new JsonObject { ["packet"] = "dl-1.999" });
        await host.Says("dl-1", "봇과 계속하기");
        using var late = await SendAsync("/handoff/packet", new JsonObject { ["packet"] = (string?)handoff["value"]?["packet"] });
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Conflict), (foreign.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_desk_is_down_and_nothing_comes_twice()
    {
        desk.Status = 503;
        await host.AsksForAPerson("dl-1");
        await host.Says("dl-1", "첫 번째 말");
        await host.Says("dl-1", "두 번째 말");
        for (var i = 0; i < 300 && desk.Attempts < 1; i++) await Task.Delay(100);
        Assert.Empty(desk.Received);
        (desk.Status, desk.LosesAnswers) = (200, true);
        await desk.HandedOverAsync();
        desk.LosesAnswers = false;
        await desk.HeardAsync(one => Texts(one).Contains("두 번째 말"));
        var heard = desk.Received.SelectMany(Texts).ToArray();
        Assert.Single(heard, "첫 번째 말");
        Assert.Single(heard, "두 번째 말");
        Assert.Equal(desk.Received.Select(one => (string?)one["webhookId"]).Distinct().Count(), desk.Received.Count);

        // Handed over late, the transcript has what was said meanwhile.
        static string[] Texts(JsonNode one) => one["attachments"]?[0]?["content"]?["activities"] is JsonArray lines ? [.. lines.Select(line => (string?)line?["text"] ?? "")] : [(string?)one["text"] ?? ""];
    }

    [Fact]
    public async Task Where_nobody_accepts_in_time_the_customer_hears_that_nobody_is_available_and_chooses()
    {
        host.Settings["Handoff:PatienceSeconds"] = "5";
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        await UntilAsync(async () => (await Context("dl-1")).Owner is null);
        Assert.Contains(await Said("dl-1"), text => text.Contains("지금은 연결할 수 있는 상담원이 없어요", StringComparison.Ordinal));
        var end = await desk.HeardAsync(one => (string?)one["type"] == "endOfConversation");
        Assert.Equal("botTimedOut", (string?)end["code"]);
        Assert.Equal(HttpStatusCode.Conflict, await Send(OutsideDesk.State(handoff, "accepted")));
        Assert.Contains("접수번호", await host.Says("dl-1", "이 대화로 답 받기"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_that_says_it_failed_is_as_one_that_nobody_is_at()
    {
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "failed")));
        Assert.Contains(await Said("dl-1"), text => text.Contains("지금은 연결할 수 있는 상담원이 없어요", StringComparison.Ordinal));
        Assert.Contains("상담원을 연결하고 있어요", await host.Says("dl-1", "기다리기"), StringComparison.Ordinal); // and is handed over anew
        await desk.HeardAsync(one => (string?)one["name"] == "handoff.initiate" && (string?)one["id"] != (string?)handoff["id"]);
    }

    [Fact]
    public async Task Unknown_late_and_doubled_events_change_nothing()
    {
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "pondering")));
        Assert.Equal(HttpStatusCode.Conflict, await Send(OutsideDesk.State(handoff, "completed"))); // nobody has accepted
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.Message(handoff, "한 번만"), "same"));
        var said = await Said("dl-1");
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.Message(handoff, "한 번만"), "same"));
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "accepted")));
        Assert.Equal(said, await Said("dl-1"));
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "completed"), "end"));
        Assert.Equal(HttpStatusCode.OK, await Send(OutsideDesk.State(handoff, "completed"), "end"));
        Assert.Equal(HttpStatusCode.Conflict, await Send(OutsideDesk.Message(handoff, "아직 계신가요?")));
        Assert.DoesNotContain("아직 계신가요?", await Said("dl-1"));
    }

    [Fact]
    public async Task The_customer_goes_back_to_the_bot_and_the_desk_hears_it()
    {
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        await Send(OutsideDesk.State(handoff, "accepted"));
        Assert.Contains("다시 자동 상담 봇이에요", await host.Says("dl-1", "봇과 계속하기"), StringComparison.Ordinal);
        Assert.Equal("userCancelled", (string?)(await desk.HeardAsync(one => (string?)one["type"] == "endOfConversation"))["code"]);
    }

    [Fact]
    public async Task What_is_not_signed_by_a_secret_of_now_is_refused_and_does_nothing()
    {
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var body = OutsideDesk.Message(handoff, "가짜");
        HttpRequestMessage[] forged =
        [
            desk.Request("/handoff/activities", body, now, secret: "somebody else's secret altogether"),
            desk.Request("/handoff/activities", body, now.AddMinutes(-6)), // a recording
            desk.Request("/handoff/activities", body, now.AddMinutes(6)),
            Spoilt(request => request.Content = new StringContent(body.ToJsonString() + " ")),
            Spoilt(request => request.Headers.Remove("webhook-signature")),
            Spoilt(request => { request.Headers.Remove("webhook-id"); request.Headers.Add("webhook-id", "another"); }),
            Spoilt(request => { request.Headers.Remove("webhook-signature"); request.Headers.Add("webhook-signature", "v1,AAAA v1,%%% v0,x"); }),
        ];
        foreach (var request in forged)
        {
            using var answer = await host.Browser(null).SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        var foreign = OutsideDesk.Message(handoff, "남의 대화");
        foreign["conversation"]!["id"] = "dl-1";
        Assert.Equal(HttpStatusCode.Forbidden, await Send(foreign));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(OutsideDesk.Message(handoff, "")));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(new JsonObject { ["type"] = "message" }));
        Assert.Null((await Context("dl-1")).Owner?.Agent);

        HttpRequestMessage Spoilt(Action<HttpRequestMessage> spoil)
        {
            var request = desk.Request("/handoff/activities", body, now);
            spoil(request);
            return request;
        }
    }

    [Fact]
    public async Task Our_own_desk_is_not_offered_the_customer_but_a_supervisor_may_take_over()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var handoff = await desk.HandedOverAsync();
        await host.Services.GetRequiredService<Dispatcher>().LookAsync(sweep: true, default);
        Assert.Empty((await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["items"]!.AsArray());
        using var minho = await host.SignedIn("minho");
        using var taken = await minho.PostAsJsonAsync("/desk/api/conversations/dl-1/take-over", new { id = "take-0001", version = 0 });
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await desk.HeardAsync(one => (string?)one["type"] == "endOfConversation");
        Assert.Equal(HttpStatusCode.Conflict, await Send(OutsideDesk.Message(handoff, "제가 할게요")));
    }

    private async Task<HttpStatusCode> Send(JsonNode activity, string? id = null)
    {
        using var answer = await SendAsync("/handoff/activities", activity, id);
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> SendAsync(string path, JsonNode body, string? id = null) =>
        host.Browser(null).SendAsync(desk.Request(path, body, host.Services.GetRequiredService<TimeProvider>().GetUtcNow(), id));

    private async Task<ConversationContext> Context(string conversation) =>
        (await host.Services.GetRequiredService<IContextStore>().LoadAsync(conversation, "", "", default)).Context ?? throw new InvalidOperationException($"There is no conversation '{conversation}'.");

    private async Task<string[]> Said(string conversation) =>
        [.. (await host.Services.GetRequiredService<IContextStore>().ReadLogAsync(conversation, 0, default)).Select(entry => entry.Message?.Text).OfType<string>()];

    private async Task<EscalationRow> Row()
    {
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        return await database.Escalations.AsNoTracking().SingleAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }
        throw new TimeoutException("It did not come so within thirty seconds.");
    }
}
