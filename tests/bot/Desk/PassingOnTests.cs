using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Tests.Telephone;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>A caller who is passed on from desk to desk, a colleague who is let go, a supervisor who speaks to both, and a warning that the bot reads out in the midst of a talk.</summary>
public sealed class PassingOnTests(Telephones telephones) : IClassFixture<Telephones>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_is_sent_to_a_colleague_who_was_not_asked()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var minho = await telephones.AtWorkAsync("minho", "break");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);

        await jieun.DoesAsync(conversation, await jieun.CallOfAsync(conversation, "talking"), "transfer-to", await ColleagueAsync(jieun));

        await agent.EndsAsync();
        var other = await telephones.RungAsync(TelephoneDesk.Minho);
        await other.TakeUpAsync();
        await caller.SayAsync("누구세요?");
        other.Listen();
        other.Hears("누구세요?");
        Assert.Equal(conversation, (string?)(await DeskHost.Item(minho, "mine"))["conversationId"]);
        using var gone = await jieun.GetAsync($"/desk/api/conversations/{conversation}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await OverAsync(minho, conversation, caller);
    }

    [Fact]
    public async Task A_colleague_who_was_asked_is_let_go_and_the_caller_is_there_again()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var minho = await telephones.AtWorkAsync("minho", "break");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);
        var talk = await jieun.CallOfAsync(conversation, "talking");
        await jieun.DoesAsync(conversation, talk, "consult", await ColleagueAsync(jieun));
        var other = await telephones.RungAsync(TelephoneDesk.Minho);
        await other.TakeUpAsync();
        await jieun.CallOfAsync(conversation, "talking", call => (bool?)call["colleague"]?["hasJoined"] == true);

        await jieun.DoesAsync(conversation, talk, "dismiss");

        await other.EndsAsync();
        await jieun.CallOfAsync(conversation, "talking", call => call["colleague"] is null && call["heldSince"] is null);
        await agent.SayAsync("기다려 주셔서 고맙습니다");
        caller.Listen();
        caller.Hears("기다려 주셔서 고맙습니다");
        using var nobody = await jieun.ActAsync(conversation, talk, "dismiss", null);
        Assert.Equal(HttpStatusCode.Conflict, nobody.StatusCode);
        await OverAsync(jieun, conversation, caller);
    }

    [Fact]
    public async Task A_caller_is_passed_to_a_skill_and_waits_on_the_line_for_whoever_knows_it()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);
        await jieun.CallOfAsync(conversation, "talking");

        using var passed = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/transfer", new { id = "passing-01", skill = "complaints", note = "화가 나셨어요", version = await jieun.VersionAsync(conversation) }, Stop);

        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        await agent.EndsAsync();
        Assert.False(caller.IsOver, caller.Story);
        using var minho = await telephones.AtWorkAsync("minho");
        var offer = await DeskHost.Item(minho, "offered");
        Assert.Equal((conversation, "complaints", true), ((string?)offer["conversationId"], (string?)offer["skill"], (bool)offer["isCall"]!));
        using var accepted = await minho.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
        var other = await telephones.RungAsync(TelephoneDesk.Minho);
        await other.TakeUpAsync();
        await other.PressAsync("1");
        await caller.SayAsync("여보세요?");
        other.Listen();
        other.Hears("여보세요?");
        await OverAsync(minho, conversation, caller);
        using var rest = await minho.PutAsJsonAsync("/desk/api/presence", new { presence = "break" }, Stop);
    }

    [Fact]
    public async Task A_supervisor_speaks_to_both()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        using var minho = await telephones.AtWorkAsync("minho", "break");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);
        using var barging = await minho.PostAsJsonAsync($"/desk/api/conversations/{conversation}/supervision", new { mode = "barge" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, barging.StatusCode);
        var above = await telephones.RungAsync(TelephoneDesk.Minho);
        await above.TakeUpAsync();
        await above.SayAsync("제가 도와드릴게요");
        caller.Listen();
        caller.Hears("제가 도와드릴게요");
        agent.Listen();
        agent.Hears("제가 도와드릴게요");
        await above.HangUpAsync();
        Assert.False(caller.IsOver, caller.Story);
        await OverAsync(jieun, conversation, caller);
    }

    [Fact]
    public async Task An_abusive_caller_hears_each_warning_once_in_the_talk_and_from_the_bot_why_it_is_over()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var (caller, agent, conversation) = await telephones.TalkAsync(jieun);
        var version = await jieun.VersionAsync(conversation);
        agent.Listen();
        using var first = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/warnings", new { id = "passing-11", version, rung = 1 }, Stop);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        caller.Listen();
        caller.Hears("법으로 보호받아요");
        agent.Listen();
        agent.Hears("법으로 보호받아요");
        await jieun.CallOfAsync(conversation, "talking", call => (string?)call["announcement"] == "read");
        using var again = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/warnings", new { id = "passing-11", version, rung = 1 }, Stop);
        Assert.Equal((HttpStatusCode.OK, ""), (again.StatusCode, caller.Listen()));
        await caller.SayAsync("뭐라고요?");
        agent.Listen();
        agent.Hears("뭐라고요?");

        using var last = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/warnings", new { id = "passing-12", version = await jieun.VersionAsync(conversation), rung = 2 }, Stop);
        Assert.NotEqual("", caller.Listen());
        using var over = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/stop", new { id = "passing-13", version = await jieun.VersionAsync(conversation), cause = "insult" }, Stop);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (last.StatusCode, over.StatusCode));
        await agent.EndsAsync();
        caller.Listen();
        caller.Hears("상담을 마쳐요");
        await caller.HangUpAsync();
        await using var database = await telephones.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(Stop);
        var evidence = await database.Audit.Where(row => row.About == conversation && (row.Action == "warned" || row.Action == "spoken" || row.Action == "stopped")).OrderBy(row => row.Sequence).Select(row => $"{row.Action} {row.Detail}").ToArrayAsync(Stop);
        Assert.Equal(["warned first", "spoken first", "warned last", "spoken last", "stopped insult"], evidence);
    }

    private static async Task<string> ColleagueAsync(HttpClient desk) =>
        (string)(await desk.GetFromJsonAsync<JsonArray>("/desk/api/colleagues", Stop))!.Single(one => (string?)one!["name"] == "박민호")!["id"]!;

    private static async Task OverAsync(HttpClient desk, string conversation, PhoneCall caller)
    {
        await desk.DoesAsync(conversation, await desk.CallOfAsync(conversation, "talking"), "hang-up");
        await desk.WrapUpAsync();
        await caller.HangUpAsync();
    }
}
