using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Bot.Tests.Shop;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The desk over two nodes that meet in Redis and PostgreSQL: customers are at one, agents at the other.</summary>
public sealed class SeveralNodesTests(RedisAlone redis) : IClassFixture<RedisAlone>, IAsyncLifetime
{
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private readonly TemporaryDirectory folder = new();
    private readonly string prefix = OpenNode.NewPrefix();
    private IDatabaseEngine database = null!;
    private DeskHost first = null!;
    private DeskHost second = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabases.NewAsync(DatabaseKind.PostgreSQL, folder, blank: false);
        first = Node();
        _ = first.Services; // starts, and loads the demo shop, before another does
        second = Node();
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
        await TestDatabases.ForgetAsync(database);
        folder.Dispose();
    }

    [Fact]
    public async Task A_customer_of_one_node_is_offered_to_an_agent_at_the_other_who_serves_both_ways()
    {
        var (jieun, _) = await AtWorkAtTheOther("jieun");
        await first.AsksForAPerson("dl-several-1");
        var offer = await DeskHost.Item(jieun, "offered");
        Assert.Equal("김하늘", (string?)offer["customerName"]);
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        await first.Says("dl-several-1", "여보세요?");
        var seen = await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-several-1");
        Assert.Contains(seen!["lines"]!.AsArray(), line => (string?)line?["text"] == "여보세요?");
    }

    [Fact]
    public async Task A_customer_whose_agents_node_died_is_offered_again_at_the_other()
    {
        var (jieun, id) = await AtWorkAtTheOther("jieun");
        await first.AsksForAPerson("dl-several-2");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);

        second.Services.GetRequiredService<Presence>().Leave(id);
        await second.DisposeAsync();
        var (minho, _) = await first.AtWork("minho");
        var again = await DeskHost.Item(minho, "offered");
        Assert.Equal((string?)offer["id"], (string?)again["id"]);
        Assert.Equal((string?)offer["waitingSince"], (string?)again["waitingSince"]);
    }

    // The first node hears of it within a second; who asked before would be told that nobody is there.
    private async Task<(HttpClient Browser, string Id)> AtWorkAtTheOther(string login)
    {
        var (browser, id) = await second.AtWork(login);
        var known = first.Services.GetRequiredService<Presence>();
        for (var attempt = 0; attempt < 100 && !known.IsConnected(id); attempt++) await Task.Delay(100);
        Assert.True(known.IsConnected(id));
        return (browser, id);
    }

    private DeskHost Node() => new()
    {
        Settings =
        {
            ["Redis:Configuration"] = redis.Configuration, ["Redis:Prefix"] = prefix, ["Redis:DeadlineMilliseconds"] = "5000",
            ["Database:Provider"] = "PostgreSQL", ["Database:ConnectionString"] = database.ConnectionString, ["Database:TurnDeadline"] = "00:01:00",
            ["Privacy:Keys:0"] = Key, ["Desk:GraceSeconds"] = "2",
        },
    };
}
