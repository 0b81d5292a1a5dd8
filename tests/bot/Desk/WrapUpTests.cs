using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.WrapUp;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>After a conversation: how it ended, in a time that the server keeps.</summary>
public sealed class WrapUpTests : IDisposable
{
    private readonly DeskHost host = new() { Settings = { ["Desk:WrapUpSeconds"] = "5" } };

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_agent_says_how_it_ended_and_only_then_the_inbox_is_empty()
    {
        using var jieun = await Ended();
        var item = await DeskHost.Item(jieun, "wrap-up");
        using var odd = await jieun.PostAsJsonAsync($"/desk/api/wrap-ups/{item["id"]}", new { code = "none" });
        using var minho = await host.SignedIn("minho");
        using var foreign = await minho.PostAsJsonAsync($"/desk/api/wrap-ups/{item["id"]}", new { code = "resolved" });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (odd.StatusCode, foreign.StatusCode));

        using var said = await jieun.PostAsJsonAsync($"/desk/api/wrap-ups/{item["id"]}", new { code = "resolved" });
        Assert.Equal(HttpStatusCode.NoContent, said.StatusCode);
        Assert.Empty((await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["items"]!.AsArray());
        Assert.Equal(("resolved", null), await Row());
        using var again = await jieun.PostAsJsonAsync($"/desk/api/wrap-ups/{item["id"]}", new { code = "misuse" });
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Whoever_says_nothing_in_time_is_free_again()
    {
        using var jieun = await Ended();
        await DeskHost.Item(jieun, "wrap-up");
        for (var waited = 0; waited < 300 && await Row() is (null, _); waited++) await Task.Delay(100);
        Assert.Equal((Dispositions.NotChosen, null), await Row());
        Assert.Empty((await jieun.GetFromJsonAsync<JsonNode>("/desk/api/inbox"))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Until_then_the_place_is_taken()
    {
        using var jieun = await Ended();
        var (_, connected) = await host.Services.GetRequiredService<AgentsAtWork>().StandAsync(default);
        Assert.Equal(1, Assert.Single(connected).Chats);
    }

    private async Task<HttpClient> Ended()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        using var ended = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/end", new { id = "action-0001", version = (long?)(await accepted.JsonAsync())["version"] });
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        return jieun;
    }

    private async Task<(string?, DateTimeOffset?)> Row()
    {
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        var row = await database.Escalations.AsNoTracking().SingleAsync();
        return (row.WrapUp, row.WrapUpUntil);
    }
}
