using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Tests.Telephone;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Promised calls and messages that callers left, as the desk's agents find them, take them up and settle them; all of it by the desk's API and the telephones that ring.</summary>
public sealed class FollowUpTests(Telephones telephones) : IClassFixture<Telephones>
{
    private const string Jieun = TelephoneDesk.Jieun;
    private const string Minho = TelephoneDesk.Minho;
    private const string Haneul = "+821000001234";
    private static int events;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_promised_call_is_taken_up_with_its_conversation_made_by_the_call_bar_and_kept()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var minho = await telephones.AtWorkAsync("minho");
        var number = await IsPromisedAsync("promise-1");
        var promise = await FollowUpAsync(minho, number);
        Assert.Equal(("callback", "김하늘", "1234", 0, 3), ((string?)promise["kind"], (string?)promise["customerName"], (string?)promise["numberEnd"], (int)promise["attempts"]!, (int)promise["attemptsAtMost"]!));
        Assert.NotNull(promise["dueAt"]);
        Assert.DoesNotContain("01000001234", promise.ToJsonString(), StringComparison.Ordinal);

        var conversation = (string)(await PostAsync(jieun, $"callbacks/{number}/take", new { id = "follow-up-01" }))["conversationId"]!;
        using var late = await minho.PostAsJsonAsync($"/desk/api/callbacks/{number}/take", new { id = "follow-up-02" }, Stop);
        using var foreign = await minho.PostAsJsonAsync($"/desk/api/callbacks/{number}/outcome", new { outcome = "reached" }, Stop);
        using var curious = await minho.PostAsJsonAsync($"/desk/api/callbacks/{number}/contact", new { }, Stop);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (late.StatusCode, foreign.StatusCode, curious.StatusCode));
        Assert.Equal("이지은", (string?)(await FollowUpAsync(minho, number))["takenBy"]);
        Assert.EndsWith("1234", (string?)(await PostAsync(jieun, $"callbacks/{number}/contact", new { }))["phone"], StringComparison.Ordinal);

        // All that is known is at hand, and the call goes by the bar.
        var view = await jieun.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop);
        Assert.Contains("김하늘", (string?)view!["packet"]?["brief"], StringComparison.Ordinal);
        Assert.Equal(("waiting", true), ((string?)view["call"]?["state"], (bool?)view["call"]?["isCallback"]));
        await RingAsync(jieun, conversation);
        var agent = await telephones.RungAsync(Jieun);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var customer = await telephones.RungAsync(Haneul);
        await customer.TakeUpAsync();
        customer.Hears("부탁하신 상담 전화예요");
        await customer.PressAsync("1");
        await customer.SayAsync("기다렸어요");
        agent.Listen();
        agent.Hears("기다렸어요");
        await agent.HangUpAsync();
        await customer.HangUpAsync();

        using var reached = await jieun.PostAsJsonAsync($"/desk/api/callbacks/{number}/outcome", new { outcome = "reached" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, reached.StatusCode);
        Assert.DoesNotContain(await AllAsync(jieun), item => (string?)item!["id"] == number);
        Assert.Equal("resolved", (await telephones.Services.GetRequiredService<IFacts>().FetchAsync(new CaseByNumber(number), Stop) as Case)?.Status);
        await jieun.WrapUpAsync();
        Assert.Equal(["followed-up", "followed-up", "revealed", "follow-up-settled"], await AuditAsync(number)); // the second of them in vain
    }

    [Fact]
    public async Task Whoever_is_not_reached_stays_promised_with_the_attempts_counted_until_it_was_tried_often_enough()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var number = await IsPromisedAsync("promise-2");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var conversation = (string)(await PostAsync(jieun, $"callbacks/{number}/take", new { id = $"follow-up-1{attempt}" }))["conversationId"]!;
            await RingAsync(jieun, conversation);
            var agent = await telephones.RungAsync(Jieun);
            await agent.TakeUpAsync();
            await agent.PressAsync("1");
            await (await telephones.RungAsync(Haneul)).SilenceAsync();
            await agent.EndsAsync();
            await ReturnAsync(jieun, conversation, $"follow-up-2{attempt}");
            await jieun.WrapUpAsync();
            using var settled = await jieun.PostAsJsonAsync($"/desk/api/callbacks/{number}/outcome", new { outcome = "not-reached" }, Stop);
            Assert.Equal(HttpStatusCode.NoContent, settled.StatusCode);
            if (attempt < 3) Assert.Equal((attempt, null), ((int)(await FollowUpAsync(jieun, number))["attempts"]!, (string?)(await FollowUpAsync(jieun, number))["takenBy"]));
        }
        Assert.DoesNotContain(await AllAsync(jieun), item => (string?)item!["id"] == number);
        Assert.Equal("waiting_customer", (await telephones.Services.GetRequiredService<IFacts>().FetchAsync(new CaseByNumber(number), Stop) as Case)?.Status);
    }

    [Fact]
    public async Task An_agents_own_attempts_count_like_those_of_the_desks_telephone()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var number = await IsPromisedAsync("promise-3");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            // Once released untried, which counts as nothing; then tried by a telephone of her own.
            foreach (var outcome in new[] { "released", "not-reached" })
            {
                var conversation = (string)(await PostAsync(jieun, $"callbacks/{number}/take", new { id = $"own-{attempt}-{outcome}" }))["conversationId"]!;
                await ReturnAsync(jieun, conversation, $"own-back-{attempt}-{outcome}");
                await jieun.WrapUpAsync();
                using var settled = await jieun.PostAsJsonAsync($"/desk/api/callbacks/{number}/outcome", new { outcome }, Stop);
                Assert.Equal(HttpStatusCode.NoContent, settled.StatusCode);
            }
            if (attempt < 3) Assert.Equal(attempt, (int)(await FollowUpAsync(jieun, number))["attempts"]!);
        }
        Assert.DoesNotContain(await AllAsync(jieun), item => (string?)item!["id"] == number);
        Assert.Equal("waiting_customer", (await telephones.Services.GetRequiredService<IFacts>().FetchAsync(new CaseByNumber(number), Stop) as Case)?.Status);
    }

    [Fact]
    public async Task A_supervisor_frees_a_promise_of_somebody_who_went_home_and_a_colleague_takes_it()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var james = await telephones.AtWorkAsync("james");
        using var minho = await telephones.SignedInAsync("minho");
        var number = await IsPromisedAsync("promise-4");
        var body = new { id = "follow-up-41" };
        using var early = await minho.PostAsJsonAsync($"/desk/api/callbacks/{number}/free", body, Stop); // nobody holds it
        var conversation = (string)(await PostAsync(jieun, $"callbacks/{number}/take", new { id = "follow-up-42" }))["conversationId"]!;
        using var colleague = await james.PostAsJsonAsync($"/desk/api/callbacks/{number}/free", body, Stop);
        using var unknown = await minho.PostAsJsonAsync("/desk/api/callbacks/C-0/free", body, Stop);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (early.StatusCode, colleague.StatusCode, unknown.StatusCode));

        // While she talks with the customer it stays hers.
        await RingAsync(jieun, conversation);
        var agent = await telephones.RungAsync(Jieun);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var customer = await telephones.RungAsync(Haneul);
        await customer.TakeUpAsync();
        await customer.PressAsync("1");
        await jieun.CallOfAsync(conversation, "talking");
        using var talking = await minho.PostAsJsonAsync($"/desk/api/callbacks/{number}/free", new { id = "follow-up-43" }, Stop);
        Assert.Equal((HttpStatusCode.Conflict, "이지은"), (talking.StatusCode, (string?)(await FollowUpAsync(minho, number))["takenBy"]));
        await agent.HangUpAsync();
        await customer.HangUpAsync();

        HttpStatusCode freed;
        for (var tries = 1; ; tries++) // the end of the talk is told by the telephone company
        {
            using var answer = await minho.PostAsJsonAsync($"/desk/api/callbacks/{number}/free", new { id = $"follow-up-44-{tries}" }, Stop);
            freed = answer.StatusCode;
            if (freed != HttpStatusCode.Conflict || tries == 50) break;
            await Task.Delay(100, Stop);
        }
        Assert.Equal(HttpStatusCode.NoContent, freed);
        Assert.Null((string?)(await FollowUpAsync(james, number))["takenBy"]);
        using var over = await jieun.PostAsJsonAsync($"/desk/api/callbacks/{number}/outcome", new { outcome = "reached" }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode); // it is hers no longer
        Assert.Equal(conversation, (string?)(await PostAsync(james, $"callbacks/{number}/take", new { id = "follow-up-45" }))["conversationId"]);
        using var reached = await james.PostAsJsonAsync($"/desk/api/callbacks/{number}/outcome", new { outcome = "reached" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, reached.StatusCode);
        await ReturnAsync(james, conversation, "follow-up-46");
        await james.WrapUpAsync();
        await jieun.WrapUpAsync();
        Assert.Contains("follow-up-freed", await AuditAsync(number));
    }

    [Fact]
    public async Task Whoever_hung_up_and_keeps_the_place_is_called_out_of_turn()
    {
        using var minho = await telephones.AtWorkAsync("minho", "break");
        var number = telephones.NewNumber();
        var caller = await LeavesAsync(number, "1");
        var item = (await AllAsync(minho)).Single(each => (string?)each!["kind"] == "queued" && (string?)each["numberEnd"] == number[^4..])!;
        var conversation = (string)(await PostAsync(minho, $"callbacks/{item["id"]}/take", new { id = "follow-up-31" }))["conversationId"]!;
        Assert.Equal($"call-{caller.Network.Sid}", conversation);
        var agent = await telephones.RungAsync(Minho);
        await agent.TakeUpAsync();
        agent.Hears("전화 요청이에요");
        await agent.PressAsync("1");
        var customer = await telephones.RungAsync(number);
        await customer.TakeUpAsync();
        await customer.PressAsync("1");
        await customer.HangUpAsync();
        await minho.WrapUpAsync();
    }

    [Fact]
    public async Task A_message_is_heard_by_any_agent_and_becomes_a_promise_or_is_done()
    {
        EspeakNg.OrSkip();
        using var james = await telephones.SignedInAsync("james");
        var promised = await VoicemailAsync(telephones.NewNumber());
        Assert.NotNull((string?)promised.Item["numberEnd"]);
        Assert.True((bool)promised.Item["isPromised"]!);
        var id = (string)promised.Item["id"]!;
        using (var sound = await james.GetAsync($"/desk/api/recordings/{id}", Stop))
            Assert.Equal((HttpStatusCode.OK, "audio/wav"), (sound.StatusCode, sound.Content.Headers.ContentType?.MediaType));
        Assert.Contains("listened", await AuditAsync($"call-{promised.Call.Network.Sid}"));
        using var needless = await james.PostAsJsonAsync($"/desk/api/voicemails/{id}/case", new { }, Stop); // the place in the queue is kept
        using var done = await james.PostAsJsonAsync($"/desk/api/voicemails/{id}/done", new { }, Stop);
        using var twice = await james.PostAsJsonAsync($"/desk/api/voicemails/{id}/done", new { }, Stop);
        using var gone = await james.GetAsync($"/desk/api/recordings/{id}", Stop);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (needless.StatusCode, done.StatusCode, twice.StatusCode, gone.StatusCode));

        var withheld = (string)(await VoicemailAsync("anonymous")).Item["id"]!;
        var opened = (string)(await PostAsync(james, $"voicemails/{withheld}/case", new { }))["number"]!;
        Assert.Contains("음성 메시지", (string?)(await FollowUpAsync(james, opened))["about"], StringComparison.Ordinal);
        using var again = await james.PostAsJsonAsync($"/desk/api/voicemails/{withheld}/case", new { }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        async Task<(JsonNode Item, PhoneCall Call)> VoicemailAsync(string number)
        {
            var call = await LeavesAsync(number, "2");
            var recording = Assert.Single(await telephones.RecordingsAsync(call)).Sid;
            return (await FollowUpAsync(james, recording), call);
        }
    }

    /// <summary>김하늘 wants to return a kettle, and a call tomorrow rather than an answer now.</summary>
    private async Task<string> IsPromisedAsync(string conversation)
    {
        await SaysAsync(conversation, "주전자를 반품할래요");
        await SaysAsync(conversation, "20261120-0001003, 010-0000-1234");
        var now = telephones.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var promise = new OpenCase("callback", "주전자를 반품할래요", telephones.Services.GetRequiredService<ShopPolicy>().CallbackBy(now)) { CustomerId = "K0001", Phone = "01000001234" };
        var outcome = await telephones.Services.GetRequiredService<IEffects>().RunAsync($"{conversation}/1/9/test", promise, now, Stop);
        return outcome.Receipt!.Number;
    }

    private async Task SaysAsync(string conversation, string words) => await telephones.Services.GetRequiredService<ITurns>().RunAsync(
        new Turn(conversation, $"e{Interlocked.Increment(ref events)}", ChannelAbilities.DirectLine, new Utterance(words), telephones.Services.GetRequiredService<TimeProvider>().GetUtcNow()) { Original = "{}" }, Stop);

    // With nobody at a desk a caller could not wait: somebody has to be there, but takes nobody.
    private async Task<PhoneCall> LeavesAsync(string number, string key)
    {
        using var present = await telephones.AtWorkAsync("jieun");
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("0");
        using var rest = await present.PutAsJsonAsync("/desk/api/presence", new { presence = "break" }, Stop);
        foreach (var item in (await present.GetFromJsonAsync<JsonNode>("/desk/api/inbox", Stop))!["items"]!.AsArray().Where(item => (string?)item!["state"] == "offered"))
            (await present.PostAsJsonAsync($"/desk/api/offers/{item!["id"]}/decline", new { }, Stop)).Dispose();
        await caller.PressAsync(key);
        if (key == "2") await caller.SayAsync("내일 오후에 전화 주세요");
        await caller.PressAsync(key == "2" ? "#" : "1");
        if (!caller.IsOver) await caller.HangUpAsync(); // nobody could call back
        return caller;
    }

    private static async Task RingAsync(HttpClient desk, string conversation) => await desk.DoesAsync(conversation, await desk.CallOfAsync(conversation, "waiting"), "ring");

    // The end of the call is a turn of its own, which may come between the look and the act; whoever is told so looks again.
    private static async Task ReturnAsync(HttpClient desk, string conversation, string id)
    {
        for (var tries = 1; ; tries++)
        {
            using var answer = await desk.PostAsJsonAsync($"/desk/api/conversations/{conversation}/return", new { id, version = await desk.VersionAsync(conversation) }, Stop);
            if (answer.StatusCode == HttpStatusCode.OK) return;
            Assert.True(answer.StatusCode == HttpStatusCode.Conflict && tries < 20, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        }
    }

    private static async Task<JsonNode> PostAsync(HttpClient desk, string path, object body)
    {
        using var answer = await desk.PostAsJsonAsync($"/desk/api/{path}", body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonArray> AllAsync(HttpClient desk) => (await desk.GetFromJsonAsync<JsonArray>("/desk/api/follow-ups", Stop))!;

    private static async Task<JsonNode> FollowUpAsync(HttpClient desk, string id) => (await AllAsync(desk)).Single(item => (string?)item!["id"] == id)!;

    private async Task<string[]> AuditAsync(string about)
    {
        await using var database = await telephones.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(Stop);
        return await database.Audit.Where(row => row.About == about).OrderBy(row => row.Sequence).Select(row => row.Action).ToArrayAsync(Stop);
    }
}
