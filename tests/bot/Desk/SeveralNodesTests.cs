using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Tests.Nodes;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The desk over two nodes that meet in Redis and PostgreSQL: customers are at one, agents at the other.</summary>
public sealed class SeveralNodesTests(RedisAlone redis) : IClassFixture<RedisAlone>, IAsyncLifetime
{
    private DeskNodes nodes = null!;

    public async ValueTask InitializeAsync() => nodes = await DeskNodes.StartAsync(redis);

    public ValueTask DisposeAsync() => nodes.DisposeAsync();

    [Fact]
    public async Task A_customer_of_one_node_is_offered_to_an_agent_at_the_other_who_serves_both_ways()
    {
        var (jieun, _) = await nodes.AtWorkAtTheSecond("jieun");
        await nodes.First.AsksForAPerson("dl-several-1");
        var offer = await DeskHost.Item(jieun, "offered");
        Assert.Equal("김하늘", (string?)offer["customerName"]);
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        await nodes.First.Says("dl-several-1", "여보세요?");
        var seen = await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-several-1");
        Assert.Contains(seen!["lines"]!.AsArray(), line => (string?)line?["text"] == "여보세요?");
    }

    [Fact]
    public async Task A_node_that_has_heard_of_nobody_yet_asks_before_it_tells_a_customer_that_nobody_is_there()
    {
        var (jieun, _) = await nodes.Second.AtWork("jieun");
        Assert.Contains("대기 순서", await nodes.First.AsksForAPerson("dl-several-3"), StringComparison.Ordinal);
        Assert.Equal("김하늘", (string?)(await DeskHost.Item(jieun, "offered"))["customerName"]);
    }

    [Fact]
    public async Task A_customer_whose_agents_node_died_is_offered_again_at_the_other()
    {
        var (jieun, id) = await nodes.AtWorkAtTheSecond("jieun");
        await nodes.First.AsksForAPerson("dl-several-2");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);

        nodes.Second.Services.GetRequiredService<Presence>().Leave(id);
        await nodes.Second.DisposeAsync();
        var (minho, _) = await nodes.First.AtWork("minho");
        var again = await DeskHost.Item(minho, "offered");
        Assert.Equal((string?)offer["id"], (string?)again["id"]);
        Assert.Equal((string?)offer["waitingSince"], (string?)again["waitingSince"]);
    }
}
