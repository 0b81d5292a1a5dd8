using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Tests.Telephone;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What agents with a telephone do by the desk's API.</summary>
internal static class TelephoneDesk
{
    /// <summary>이지은's telephone in the demo.</summary>
    public const string Jieun = "+82255550121";
    /// <summary>박민호's.</summary>
    public const string Minho = "+82255550123";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static int acts;

    /// <summary>Somebody signed in with an open desk.</summary>
    public static async Task<HttpClient> AtWorkAsync(this Telephones telephones, string login, string presence = "available")
    {
        var browser = await telephones.SignedInAsync(login);
        var id = (string)(await browser.GetFromJsonAsync<JsonNode>("/desk/api/session", Stop))!["id"]!;
        using var set = await browser.PutAsJsonAsync("/desk/api/presence", new { presence }, Stop);
        var desks = telephones.Services.GetRequiredService<Presence>();
        if (desks.LostSince(id) is not null) desks.Enter(id);
        await desks.MeetAsync(Stop);
        return browser;
    }

    /// <summary>Somebody calls, wants a person, and talks with 이지은.</summary>
    public static async Task<(PhoneCall Caller, PhoneCall Agent, string Conversation)> TalkAsync(this Telephones telephones, HttpClient desk)
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        var offer = await DeskHost.Item(desk, "offered");
        using var accepted = await desk.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
        var agent = await telephones.RungAsync(Jieun);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        caller.Listen();
        return (caller, agent, (string)offer["conversationId"]!);
    }

    /// <summary>Waits until the desk shows the call like this.</summary>
    public static async Task<JsonNode> CallOfAsync(this HttpClient desk, string conversation, string state, Func<JsonNode, bool>? also = null)
    {
        JsonNode? call = null;
        for (var attempt = 0; attempt < 300; attempt++)
        {
            call = (await desk.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop))?["call"];
            if (call is not null && (string?)call["state"] == state && also?.Invoke(call) != false) return call;
            await Task.Delay(100, Stop);
        }
        throw new TimeoutException($"The call was not {state} as it should be within thirty seconds: {call}");
    }

    /// <summary>Tries to do something with a call as it was seen.</summary>
    public static Task<HttpResponseMessage> ActAsync(this HttpClient desk, string conversation, JsonNode call, string act, string? colleague) =>
        desk.PostAsJsonAsync($"/desk/api/conversations/{conversation}/call", new { id = $"telephone-{act}-{Interlocked.Increment(ref acts)}", talk = (int)call["talk"]!, act, colleague }, Stop);

    /// <summary>Does something with a call as it was seen.</summary>
    public static async Task DoesAsync(this HttpClient desk, string conversation, JsonNode call, string act, string? colleague = null)
    {
        using var answer = await desk.ActAsync(conversation, call, act, colleague);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{act}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
    }

    /// <summary>Says of what is over that it is resolved.</summary>
    public static async Task WrapUpAsync(this HttpClient desk)
    {
        var item = await DeskHost.Item(desk, "wrap-up");
        using var done = await desk.PostAsJsonAsync($"/desk/api/wrap-ups/{item["id"]}", new { code = "resolved" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
    }

    /// <summary>The version of a conversation that the desk shows.</summary>
    public static async Task<long> VersionAsync(this HttpClient desk, string conversation) => (long)(await desk.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop))!["version"]!;
}
