using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Bot.Tests.Shop;
using ServiceBot.Bot.Tests.Telephone;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>A call over two nodes that meet in Redis and PostgreSQL: the company's webhooks come to one, the agent's desk is open at the other.</summary>
public sealed class SeveralNodesCallTests(RedisAlone redis) : IClassFixture<RedisAlone>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_taken_before_the_line_has_it_in_its_queue_and_seen_and_held_from_the_other_node()
    {
        using var folder = new TemporaryDirectory();
        var database = await TestDatabases.NewAsync(DatabaseKind.PostgreSQL, folder, blank: false);
        (string, string)[] shared =
        [
            ("Redis:Configuration", redis.Configuration), ("Redis:Prefix", OpenNode.NewPrefix()), ("Redis:DeadlineMilliseconds", "5000"),
            ("Database:Provider", "PostgreSQL"), ("Database:ConnectionString", database.ConnectionString), ("Database:TurnDeadline", "00:01:00"),
            ("Privacy:Keys:0", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), ("Twilio:AccountSid", "AC0123456789abcdef0123456789abcdef"), ("Twilio:AuthTokens:0", "0123456789abcdef0123456789abcdef"),
        ];
        await using (var company = new SlowLine(shared))
        await using (var other = new Telephones([.. shared, ("Twilio:RestBaseUrl", $"{company.Address}/phone/rest"), ("Twilio:PublicBaseUrl", company.Address)]))
        {
            using var jieun = await other.AtWorkAsync("jieun");
            var known = company.Services.GetRequiredService<Presence>();
            var id = (string)(await jieun.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("/desk/api/session", Stop))!["id"]!;
            for (var attempt = 0; attempt < 300 && !known.IsConnected(id); attempt++) await Task.Delay(100, Stop);

            var caller = await company.CallAsync();
            company.Hold();
            var pressing = caller.PressAsync("0");
            var offer = await DeskHost.Item(jieun, "offered");
            var conversation = (string)offer["conversationId"]!;
            using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
            Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
            company.LetIn();
            await pressing;
            var agent = await company.RungAsync(TelephoneDesk.Jieun);
            await jieun.CallOfAsync(conversation, "ringing");
            await agent.TakeUpAsync();
            await agent.PressAsync("1");
            var talk = await jieun.CallOfAsync(conversation, "talking", call => (string?)call["recording"] == "on");
            await jieun.DoesAsync(conversation, talk, "hold");
            await jieun.CallOfAsync(conversation, "talking", call => call["heldSince"] is not null);
            await jieun.DoesAsync(conversation, talk, "resume");
            await jieun.CallOfAsync(conversation, "talking", call => call["heldSince"] is null);
            await caller.SayAsync("여보세요?");
            agent.Listen();
            agent.Hears("여보세요?");
            await jieun.DoesAsync(conversation, talk, "hang-up");
            caller.Listen();
            caller.Hears("상담이 끝났어요");
            await caller.HangUpAsync();
        }
        await TestDatabases.ForgetAsync(database);
    }
}
