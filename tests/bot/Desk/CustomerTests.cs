using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>A customer by id alone: everything, a page at a time, for those who may see it.</summary>
public sealed class CustomerTests : IDisposable
{
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task An_agent_sees_the_whole_history_of_whom_they_serve_and_of_nobody_else()
    {
        var (jieun, _) = await host.AtWork("jieun");
        using var james = await host.SignedIn("james");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        var id = (string?)(await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1"))!["packet"]!["customer"]!["id"];
        await Fill(id!);

        var customer = (await jieun.GetFromJsonAsync<JsonNode>($"/desk/api/customers/{id}"))!;
        Assert.Equal(("김하늘", "010-****-1234"), ((string?)customer["name"], (string?)customer["contact"]!["phone"]));
        using var shown = await jieun.PostAsJsonAsync($"/desk/api/customers/{id}/contact", new { });
        Assert.Equal("01000001234", (string?)(await shown.JsonAsync())["phone"]);

        var first = await Part(jieun, id!, "contacts");
        var second = await Part(jieun, id!, "contacts?page=1");
        Assert.Equal((20, true, false), (first["items"]!.AsArray().Count, (bool?)first["hasMore"] ?? false, (bool?)second["hasMore"] ?? true));
        var here = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Single(item => (string?)item!["id"] == "dl-1")!;
        Assert.Equal(("accepted", "이지은", true), ((string?)here["outcome"], (string?)here["agentName"], (bool?)here["isOpen"] ?? false));
        Assert.Equal(23, first["items"]!.AsArray().Count + second["items"]!.AsArray().Count);
        var past = (await jieun.GetFromJsonAsync<JsonNode>($"/desk/api/customers/{id}/contacts/dl-1"))!;
        Assert.Contains(past["lines"]!.AsArray(), line => (string?)line!["text"] == "주전자를 반품할래요");
        Assert.NotEmpty((await Part(jieun, id!, "orders"))["items"]!.AsArray());
        Assert.Equal("불만은 ●●● 있어요", (string?)(await Part(jieun, id!, "cases"))["items"]!.AsArray().Single(item => (string?)item!["number"] == "C-9001")!["summary"]);
        Assert.Contains((await Part(jieun, id!, "promises"))["items"]!.AsArray(), item => (string?)item!["caseNumber"] == "C-9001");
        Assert.Equal(2, (int?)Assert.Single((await Part(jieun, id!, "satisfaction"))["items"]!.AsArray())!["score"]);

        using var others = await james.GetAsync($"/desk/api/customers/{id}");
        using var odd = await jieun.GetAsync($"/desk/api/customers/{id}/orders?page=-1");
        using var foreign = await jieun.GetAsync($"/desk/api/customers/{id}/contacts/dl-2");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (others.StatusCode, odd.StatusCode, foreign.StatusCode));
        using var minho = await host.SignedIn("minho");
        Assert.Equal("김하늘", (string?)(await minho.GetFromJsonAsync<JsonNode>($"/desk/api/customers/{id}"))!["name"]);

        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var looks = await database.Audit.Where(row => row.About == id).OrderBy(row => row.Sequence).Select(row => row.Action + " " + row.Detail).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["customer-seen ", "revealed contact", "customer-seen contacts", "customer-seen contacts", "customer-seen dl-1", "customer-seen orders", "customer-seen cases", "customer-seen promises", "customer-seen satisfaction", "customer-seen dl-2", "customer-seen "],
            looks);
    }

    private static async Task<JsonNode> Part(HttpClient browser, string customer, string part) => await browser.GetFromJsonAsync<JsonNode>($"/desk/api/customers/{customer}/{part}") ?? new JsonObject();

    private async Task Fill(string customer)
    {
        var at = DateTimeOffset.Parse("2026-10-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await using var shop = await host.Services.GetRequiredService<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync();
        for (var number = 0; number < 22; number++)
            shop.Conversations.Add(new ConversationRow { Id = $"old-{number}", CustomerId = customer, Channel = "voice", Language = SpokenLanguage.Korean, StartedAt = at.AddHours(number), LastAt = at.AddHours(number), EndedAt = at.AddHours(number + 1), Dialogs = " return identify " });
        shop.Cases.Add(new CaseRow { Number = "C-9001", Kind = "complaint", Status = "open", OpenedAt = at, CustomerId = customer, Summary = "불만은 씨발 있어요" });
        shop.Promises.Add(new PromiseRow { Id = "P-9001", CaseNumber = "C-9001", Kind = "answer", MadeAt = at, DueAt = at.AddDays(3), Owner = "support" });
        shop.Satisfaction.Add(new SatisfactionRow { Id = "S-9001", About = "C-9001", Score = 2, CustomerId = customer, At = at });
        await shop.SaveChangesAsync();
        // What was noted of the live conversation is written a moment after its turn.
        for (var attempt = 0; attempt < 300 && !await shop.Conversations.AnyAsync(row => row.Id == "dl-1" && row.CustomerId == customer); attempt++) await Task.Delay(100);
    }
}
