using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>
/// Text that would be a script, a picture from elsewhere, or turn the line around, in everything that comes from customers, from an import or from colleagues:
/// names, tiers, addresses, goods, reasons, lines, facts, cases, promises, satisfaction, notes, ready replies, broadcasts and evidence. It is text everywhere, and nothing leaves.
/// </summary>
[Trait("Needs", "Chromium")]
public sealed class HostileTextTests(Browser browser) : IClassFixture<Browser>, IAsyncDisposable
{
    // Short enough for a name, and with the sign that turns the rest of a line around (U+202E).
    private const string Hostile = "<img src=//attacker.invalid onerror=alert(1)>\u202Egpj";
    private const string Script = "<script>alert(2)</script>" + Hostile;
    private const string Customer = "K0001";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly DeskHost host = new() { Settings = { ["Desk:PresenceReasons:0"] = "<b onclick=alert(3)>\u202Eaway" } };

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_is_text_wherever_the_desk_shows_it()
    {
        await using var office = await browser.OpenWindow();
        await using var above = await browser.OpenWindow(width: 1920, height: 1080);
        BuiltWeb.OrSkip();
        var address = host.Serve();
        await ImportsAsync();
        await host.Services.GetRequiredService<Accounts>().AddAsync("boss", Hostile, DeskRoles.Manager, "desk-demo", null, default);
        var agent = await DeskPage.Open(office, address, "jieun");
        var boss = await DeskPage.Open(above, address, "boss");
        await Posts(boss, "replies", new { language = "ko", name = Hostile, words = Script });

        // What the customer says becomes a reason, a line, a fact and a case.
        await host.Says("dl-1", "불만 접수하고 싶어요");
        await host.Says("dl-1", "20261116-0001003, 010-0000-1234");
        await host.Says("dl-1", $"주전자가 깨져서 왔는데 상담원이 불친절했어요 {Script}");
        await host.Says("dl-1", $"상담원 바꿔 주세요 {Script}");
        await Shows(agent, ".offer .name", Hostile);
        await Shows(agent, ".offer blockquote", Script);
        await agent.Accepts();
        await IsAtWorkWithIt(agent, boss);
        await IsOnTheWall(agent, boss);

        // Evidence, and the customer's history.
        await Posts(agent, "conversations/dl-1/warnings", new { id = "hostile-02", version = await Version(agent), rung = 1 });
        await Posts(agent, "conversations/dl-1/end", new { id = "hostile-03", version = await Version(agent) });
        await Shows(agent, ".wrap-up .name", Hostile);
        await IsInTheRecords(boss);

        foreach (var desk in new[] { agent, boss })
        {
            Assert.Equal(0, await desk.Page.Locator("script:not([src]), [src*=attacker], [onclick], [onerror]").CountAsync());
            desk.HasNoComplaints();
        }
        // What turns a line around turns nothing beside it.
        foreach (var place in new[] { ".inbox header strong", ".customer-page bdi" })
            Assert.Equal("isolate", await boss.Page.Locator(place).First.EvaluateAsync<string>("name => getComputedStyle(name).unicodeBidi"));
    }

    /// <summary>The agent's own screen: the inbox, the conversation, what is known, and what is owed.</summary>
    private static async Task IsAtWorkWithIt(DeskPage agent, DeskPage boss)
    {
        await agent.Sees(Script);
        foreach (var place in new[] { ".items .name", ".conversation h1", ".context .verdict", ".context details", ".follow-ups .name" }) await Shows(agent, place, Hostile);
        foreach (var place in new[] { ".items .reason", ".context .facts", ".follow-ups .reason" }) await Shows(agent, place, Script);
        await Shows(agent, ".context .brief", "<script>alert(2)</script>"); // the brief leaves the sign out
        await agent.Presses("연락처 보기 (기록이 남아요)");
        await Shows(agent, ".context .contact", Script);
        await agent.Page.ReloadAsync(); // the new ready reply is there
        await agent.Page.Locator(".items button").ClickAsync();
        await agent.Sees(Script);
        await agent.Page.Keyboard.PressAsync("/");
        await agent.Page.Keyboard.InsertTextAsync("/img");
        await Shows(agent, ".canned", Hostile);
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(agent.Page.Locator(".reply textarea")).ToHaveValueAsync(Script);
        await agent.Page.Locator(".reply textarea").FillAsync("");
        await agent.Page.Keyboard.PressAsync("Escape");
        await Posts(agent, "conversations/dl-1/notes", new { id = "hostile-01", text = Script });
        await Shows(agent, ".line.note", Script);
        await Posts(boss, "broadcasts", new { text = Script });
        await Shows(agent, ".news", Hostile);
        await Shows(agent, ".news", Script);
    }

    /// <summary>The wall, and a conversation that a supervisor looks on at.</summary>
    private static async Task IsOnTheWall(DeskPage agent, DeskPage boss)
    {
        await agent.Page.Locator(".inbox header select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Shows(boss, ".wall", "<b onclick=alert(3)>");
        await Shows(boss, ".wall table", Hostile);
        await Assertions.Expect(boss.Page.Locator(".inbox header")).ToContainTextAsync(Hostile);
        await Accessibility.Check(boss.Page);
        await boss.Picture("desk-ko-hostile-wall-1920.png");
        await boss.Page.GetByRole(AriaRole.Button, new() { Name = $"{Hostile} 고치기", Exact = true }).ClickAsync();
        await Shows(boss, "dialog h2", Hostile);
        await boss.Page.Keyboard.PressAsync("Escape");
        await boss.Presses("지켜보기");
        await Shows(boss, ".conversation h1", Hostile);
        await Shows(boss, ".line.customer", Script);
        await Shows(agent, ".lookers", Hostile);
        await boss.Presses("닫기");
    }

    /// <summary>Evidence of abuse, and all that is kept of the customer.</summary>
    private static async Task IsInTheRecords(DeskPage boss)
    {
        await boss.Presses("기록 보기 (열람 기록이 남아요)");
        await boss.Page.Locator(".wall .entries button").First.ClickAsync();
        await Shows(boss, "dialog .past", Script);
        await boss.Page.Keyboard.PressAsync("Escape");
        await boss.Page.Locator("input[name=customer]").FillAsync(Customer);
        await boss.Page.Keyboard.PressAsync("Enter");
        await Shows(boss, ".customer-page h1", Hostile);
        await boss.Presses("연락처 보기 (기록이 남아요)");
        await Shows(boss, ".customer-page .contact", Script);
        foreach (var (part, text) in new[] { ("주문", Hostile), ("접수", Script), ("약속", Hostile), ("만족도", Script) })
            await Assertions.Expect(boss.Page.Locator(".customer-page section").Filter(new() { Has = boss.Page.GetByRole(AriaRole.Heading, new() { Name = part }) })).ToContainTextAsync(text);
        Assert.Equal(0, await boss.Page.Locator(".customer-page .overdue").CountAsync()); // by the shop's clock
        await boss.Picture("desk-ko-hostile-customer-1920.png");
    }

    private static Task Shows(DeskPage desk, string place, string text) => Assertions.Expect(desk.Page.Locator(place).Filter(new() { HasText = text }).First).ToBeAttachedAsync();

    // What an import may have brought, and what customers answered to a survey.
    private async Task ImportsAsync()
    {
        var at = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var shop = await host.Services.GetRequiredService<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync(Stop);
        await shop.Customers.Where(row => row.Id == Customer).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, Hostile).SetProperty(row => row.Tier, Hostile).SetProperty(row => row.Email, Script), Stop);
        await shop.Products.ExecuteUpdateAsync(set => set.SetProperty(row => row.Names, new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["ko"] = Hostile, ["en"] = Hostile }), Stop);
        shop.Cases.Add(new CaseRow { Number = "C-9001", Kind = "callback", Status = "open", OpenedAt = at, CustomerId = Customer, Summary = Script });
        shop.Promises.Add(new PromiseRow { Id = "P-9001", CustomerId = Customer, CaseNumber = "C-9001", Kind = "callback", MadeAt = at, DueAt = at.AddDays(1), Owner = PromiseRow.Desk });
        shop.Promises.Add(new PromiseRow { Id = "P-9002", CustomerId = Customer, CaseNumber = "C-9001", Kind = Hostile, MadeAt = at, DueAt = at.AddDays(1), Owner = "support" });
        shop.Satisfaction.Add(new SatisfactionRow { Id = "S-9001", About = Hostile, Score = 1, CustomerId = Customer, Comment = Script, At = at });
        await shop.SaveChangesAsync(Stop);
    }

    private static Task<long> Version(DeskPage desk) => desk.Page.EvaluateAsync<long>("async () => (await (await fetch('/desk/api/conversations/dl-1')).json()).version");

    // As the page itself does it.
    private static async Task Posts(DeskPage desk, string path, object body) => Assert.InRange(
        await desk.Page.EvaluateAsync<int>(
            "async ([path, body]) => (await fetch(`/desk/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status",
            new[] { path, JsonSerializer.Serialize(body) }), 200, 299);
}
