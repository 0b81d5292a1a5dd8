using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What the desk counts: messages that ask for what is known, and told waits that held.</summary>
public sealed class FiguresTests : IDisposable
{
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_message_that_asks_for_what_the_page_shows_counts_as_asked_again_once()
    {
        var (jieun, id) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        await SaysAsync(jieun, "message-0001", "안녕하세요. 주문번호를 알려 주시겠어요?"); // the page shows the order
        await SaysAsync(jieun, "message-0001", "안녕하세요. 주문번호를 알려 주시겠어요?");
        await SaysAsync(jieun, "message-0002", "반품 사유가 어떻게 되시나요?"); // that was never said
        await SaysAsync(jieun, "message-0003", "바로 처리해 드릴게요.");

        using var minho = await host.SignedIn("minho");
        var figures = (await minho.GetFromJsonAsync<JsonNode>("/desk/api/wall"))!["figures"]!;
        var queue = Assert.Single(figures["queues"]!.AsArray())!;
        Assert.Equal(("returns", 1, 1, 3, 1), ((string?)queue["skill"], (int?)queue["answered"], (int?)queue["answeredInTime"], (int?)queue["messages"], (int?)queue["askedAgain"]));
        var agent = Assert.Single(figures["agents"]!.AsArray())!;
        Assert.Equal((id, 3, 1), ((string?)agent["id"], (int?)agent["messages"], (int?)agent["askedAgain"]));
        await using var database = await Databases.CreateDbContextAsync();
        Assert.Equal("order", (await database.AgentMessages.SingleAsync(message => message.AskedAgain != null)).AskedAgain);
    }

    [Fact]
    public async Task After_each_day_it_is_kept_how_many_told_waits_held()
    {
        var yesterday = new DateTimeOffset(2026, 11, 19, 14, 0, 0, TimeSpan.FromHours(9));
        await WaitedAsync("held", yesterday, (3, 5), seconds: 250);
        await WaitedAsync("sooner", yesterday, (3, 5), seconds: 20);
        await WaitedAsync("later", yesterday, (1, 2), seconds: 121);
        await WaitedAsync("untold", yesterday, null, seconds: 60);
        await WaitedAsync("today", yesterday.AddHours(12), (3, 5), seconds: 250);
        var calibration = ActivatorUtilities.CreateInstance<NightlyCalibration>(host.Services);
        await using (var database = await Databases.CreateDbContextAsync()) await database.Calibrations.ExecuteDeleteAsync(); // the night before was counted when the program started
        await calibration.CountAsync(default);
        await calibration.CountAsync(default);

        await using (var database = await Databases.CreateDbContextAsync())
        {
            var rows = await database.Calibrations.OrderBy(row => row.Day).ToArrayAsync();
            Assert.Equal(7, rows.Length);
            Assert.Equal(("2026-11-19", 3, 1, 1, 1), (rows[^1].Day, rows[^1].Told, rows[^1].Held, rows[^1].Sooner, rows[^1].Later));
            Assert.Equal(0, rows[0].Told);
        }
        using var minho = await host.SignedIn("minho");
        var told = (await minho.GetFromJsonAsync<JsonNode>("/desk/api/wall"))!["figures"]!["told"]!;
        Assert.Equal(("2026-11-19", 1), ((string?)told["day"], (int?)told["held"]));
    }

    [Theory]
    [InlineData(0, 1, 3, 0)]
    [InlineData(180, 1, 3, 0)]
    [InlineData(181, 1, 3, 1)]
    [InlineData(121, 3, 5, 0)]
    [InlineData(120, 3, 5, -1)]
    public void A_begun_minute_counts_as_one(int seconds, int from, int to, int compared) => Assert.Equal(compared, NightlyCalibration.Compare(seconds, from, to));

    private IDbContextFactory<DeskDatabase> Databases => host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>();

    private static async Task SaysAsync(HttpClient browser, string id, string text)
    {
        var version = (long?)(await browser.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1"))?["version"];
        using var said = await browser.PostAsJsonAsync("/desk/api/conversations/dl-1/messages", new { id, text, version });
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
    }

    private async Task WaitedAsync(string id, DateTimeOffset since, (int From, int To)? told, int seconds)
    {
        var escalations = host.Services.GetRequiredService<Escalations>();
        await escalations.OpenAsync(id, new Escalate(id, $"dl-{id}", "asked", "returns", ""), since, default);
        var range = told is var (from, to) ? new WaitTold(from, to) : null;
        await escalations.SettleAsync(new Settle(id, EscalationStates.Accepted) { AgentId = "nobody", Told = range }, since.AddSeconds(seconds), since, default);
        await escalations.SettleAsync(new Settle(id, EscalationStates.Ended), since.AddSeconds(seconds + 60), since, default);
    }
}
