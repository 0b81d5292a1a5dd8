using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ServiceBot.Bot.Tests.Telephone;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Callers at the desk: offered like everybody who waits, taken by the agent's own telephone, and everything that is done with a call by the desk's API. Each seen by who hears whom.</summary>
public sealed class DeskTelephoneTests(Telephones telephones) : IClassFixture<Telephones>
{
    private const string Jieun = TelephoneDesk.Jieun;
    private const string Minho = TelephoneDesk.Minho;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_is_offered_and_met_by_telephone_held_and_recorded_and_goes_on_with_the_bot_where_the_agent_gives_back()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var caller = await telephones.CallAsync();
        await caller.SayAsync("반품하고 싶어요");
        await caller.PressAsync("0#");
        var offer = await DeskHost.Item(jieun, "offered");
        Assert.True((bool)offer["isCall"]!);
        var conversation = (string)offer["conversationId"]!;
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        var ringing = await jieun.CallOfAsync(conversation, "ringing");
        Assert.Equal("off", (string?)ringing["recording"]);
        await caller.SilenceAsync();
        Assert.False(caller.IsOver, caller.Story); // still waits, while the telephone rings

        var agent = await telephones.RungAsync(Jieun);
        await agent.TakeUpAsync();
        agent.Hears("반품 상담이에요");
        await agent.PressAsync("1");
        caller.Listen();
        caller.Hears("지금 담당자에게 연결해 드릴게요");
        var talk = await jieun.CallOfAsync(conversation, "talking", call => (string?)call["recording"] == "on");

        await jieun.DoesAsync(conversation, talk, "hold");
        await jieun.CallOfAsync(conversation, "talking", call => call["heldSince"] is not null);
        await agent.SayAsync("잠깐만요");
        Assert.Equal("", caller.Listen());
        await jieun.DoesAsync(conversation, talk, "resume");
        await jieun.CallOfAsync(conversation, "talking", call => call["heldSince"] is null);
        await jieun.DoesAsync(conversation, talk, "mute");
        await jieun.CallOfAsync(conversation, "talking", call => (bool)call["isMuted"]!);
        await agent.SayAsync("들리세요?");
        Assert.Equal("", caller.Listen());
        await jieun.DoesAsync(conversation, talk, "unmute");
        await jieun.DoesAsync(conversation, talk, "pause-recording");
        await jieun.CallOfAsync(conversation, "talking", call => (string?)call["recording"] == "paused");
        await jieun.DoesAsync(conversation, talk, "resume-recording");

        var view = await jieun.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop);
        using var said = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/messages", new { id = "telephone-01", text = "들리지 않는 말", version = (long)view!["version"]! }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, said.StatusCode);
        Assert.Single(view["lines"]!.AsArray(), line => (string?)line!["text"] == "accepted"); // the key, and then the telephone

        using var returned = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/return", new { id = "telephone-02", version = (long)view["version"]! }, Stop);
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        await agent.EndsAsync();
        caller.Listen();
        caller.Hears("다시 자동 상담 봇이에요");
        Assert.False(caller.IsOver, caller.Story);
        await jieun.WrapUpAsync();
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task A_colleague_is_asked_joins_and_takes_call_and_conversation_over()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var minho = await telephones.AtWorkAsync("minho", "break");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);
        var talk = await jieun.CallOfAsync(conversation, "talking");
        var colleagues = await jieun.GetFromJsonAsync<JsonArray>("/desk/api/colleagues", Stop);
        var colleague = (string?)colleagues!.Single(one => (string?)one!["name"] == "박민호")!["id"];

        await jieun.DoesAsync(conversation, talk, "consult", colleague);
        await jieun.CallOfAsync(conversation, "talking", call => call["colleague"] is not null && call["heldSince"] is not null);
        using var twice = await jieun.ActAsync(conversation, talk, "consult", colleague);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        var other = await telephones.RungAsync(Minho);
        await other.TakeUpAsync();
        await agent.SayAsync("이 고객 봐 주실래요?");
        other.Listen();
        other.Hears("이 고객 봐 주실래요?");
        Assert.Equal("", caller.Listen());
        await jieun.CallOfAsync(conversation, "talking", call => (bool?)call["colleague"]?["hasJoined"] == true);
        await jieun.DoesAsync(conversation, talk, "conference");
        await other.SayAsync("안녕하세요");
        caller.Listen();
        caller.Hears("안녕하세요");

        await jieun.DoesAsync(conversation, talk, "transfer");
        await agent.EndsAsync();
        var mine = await DeskHost.Item(minho, "mine");
        Assert.Equal(conversation, (string?)mine["conversationId"]);
        using var gone = await jieun.GetAsync($"/desk/api/conversations/{conversation}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await minho.DoesAsync(conversation, await minho.CallOfAsync(conversation, "talking"), "hang-up");
        caller.Listen();
        caller.Hears("상담이 끝났어요");
        await minho.WrapUpAsync();
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task A_supervisor_listens_whispers_and_takes_the_call_over()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var minho = await telephones.AtWorkAsync("minho", "break");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);
        using var listening = await minho.PostAsJsonAsync($"/desk/api/conversations/{conversation}/supervision", new { mode = "listen" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, listening.StatusCode);
        var above = await telephones.RungAsync(Minho);
        await above.TakeUpAsync();
        await caller.SayAsync("왜 안 돼요?");
        above.Listen();
        above.Hears("왜 안 돼요?");
        using var whispering = await minho.PostAsJsonAsync($"/desk/api/conversations/{conversation}/supervision", new { mode = "whisper" }, Stop);
        await above.SayAsync("교환을 권해 보세요");
        agent.Listen();
        agent.Hears("교환을 권해 보세요");
        Assert.Equal("", caller.Listen());
        using var odd = await minho.PostAsJsonAsync($"/desk/api/conversations/{conversation}/supervision", new { mode = "shout" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
        await above.HangUpAsync();
        Assert.False(caller.IsOver, caller.Story);

        var version = (long)(await minho.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop))!["version"]!;
        using var taken = await minho.PostAsJsonAsync($"/desk/api/conversations/{conversation}/take-over", new { id = "telephone-03", version }, Stop);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await agent.EndsAsync();
        var taking = await telephones.RungAsync(Minho);
        await taking.TakeUpAsync();
        await caller.SayAsync("누구세요?");
        taking.Listen();
        taking.Hears("누구세요?");
        await taking.HangUpAsync();
        caller.Listen();
        caller.Hears("상담이 끝났어요");
        await minho.WrapUpAsync();
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task Who_does_not_take_up_the_telephone_loses_the_caller_to_others_and_who_wants_a_call_back_is_called_by_the_desk()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var number = telephones.NewNumber();
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("0");
        var offer = await DeskHost.Item(jieun, "offered");
        using var first = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
        var missed = await telephones.RungAsync(Jieun);
        await missed.SilenceAsync();
        using var gone = await jieun.GetAsync($"/desk/api/conversations/{offer["conversationId"]}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await caller.PressAsync("1");
        await caller.PressAsync("1");
        await caller.EndsAsync();

        using var minho = await telephones.AtWorkAsync("minho");
        var task = await DeskHost.Item(minho, "offered");
        var conversation = (string)task["conversationId"]!;
        using var accepted = await minho.PostAsJsonAsync($"/desk/api/offers/{task["id"]}/accept", new { }, Stop);
        var view = await minho.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop);
        Assert.Contains(view!["lines"]!.AsArray(), line => (string?)line!["text"] == "untaken");
        var agent = await telephones.RungAsync(Minho);
        await agent.TakeUpAsync();
        agent.Hears("전화 요청이에요");
        await agent.PressAsync("1");
        var nobody = await telephones.RungAsync(number);
        await nobody.SilenceAsync();
        var waiting = await minho.CallOfAsync(conversation, "waiting", call => (int)call["attempts"]! == 1);
        Assert.Equal((true, 3, number[^4..]), ((bool)waiting["isCallback"]!, (int)waiting["attemptsAtMost"]!, (string?)waiting["numberEnd"]));

        await minho.DoesAsync(conversation, waiting, "ring");
        var again = await telephones.RungAsync(Minho);
        await again.TakeUpAsync();
        await again.PressAsync("1");
        var customer = await telephones.RungAsync(number);
        await customer.TakeUpAsync();
        await customer.PressAsync("1");
        await customer.SayAsync("네 여보세요");
        again.Listen();
        again.Hears("네 여보세요");
        using var stale = await minho.ActAsync(conversation, waiting, "hold", null);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        await customer.HangUpAsync();
        await minho.WrapUpAsync();
        using var rest = await minho.PutAsJsonAsync("/desk/api/presence", new { presence = "break" }, Stop); // the next test's callers are not his
    }

    [Fact]
    public async Task An_agent_chooses_where_to_be_rung_and_wrong_choices_are_named()
    {
        using var james = await telephones.SignedInAsync("james");
        using var wrong = await james.PutAsJsonAsync("/desk/api/telephone", new { telephone = "02-123" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("telephone", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var browser = await james.PutAsJsonAsync("/desk/api/telephone", new { telephone = "browser" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, browser.StatusCode);
        using var token = await james.PostAsJsonAsync("/desk/api/telephone/token", new { }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, token.StatusCode);
        using var right = await james.PutAsJsonAsync("/desk/api/telephone", new { telephone = "+8225550199" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        var chosen = await james.GetFromJsonAsync<JsonNode>("/desk/api/telephone", Stop);
        Assert.Equal(("+8225550199", false, true), ((string?)chosen!["telephone"], (bool)chosen["isBrowserOffered"]!, (bool)chosen["isSimulated"]!));
    }
}
