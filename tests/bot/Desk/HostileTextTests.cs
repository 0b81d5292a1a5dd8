using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Text that would be a script, a picture from elsewhere, or turn the line around, in names, reasons, ready replies, notes, cases, evidence and on the wall: it is text everywhere, and nothing leaves.</summary>
[Trait("Needs", "Chromium")]
public sealed class HostileTextTests(Browser browser) : IClassFixture<Browser>, IAsyncDisposable
{
    // Short enough for a name, and with the sign that turns the rest of a line around (U+202E).
    private const string Hostile = "<img src=//attacker.invalid onerror=alert(1)>\u202Egpj";
    private const string Script = "<script>alert(2)</script>" + Hostile;
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 20_000 };
    private readonly DeskHost host = new() { Settings = { ["Desk:PresenceReasons:0"] = "<b onclick=alert(3)>\u202Eaway" } };

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_is_text_wherever_the_desk_shows_it()
    {
        await using var office = await browser.OpenWindow();
        await using var above = await browser.OpenWindow(width: 1920, height: 1080);
        BuiltWeb.OrSkip();
        var address = host.Serve();
        await host.Services.GetRequiredService<Accounts>().AddAsync("boss", Hostile, DeskRoles.Manager, "desk-demo", null, default);
        var agent = await DeskPage.Open(office, address, "jieun");
        var boss = await DeskPage.Open(above, address, "boss");
        await Posts(boss, "replies", new { language = "ko", name = Hostile, words = Script });

        // What the customer says becomes a reason, a line, a fact and a case.
        await host.Says("dl-1", "불만 접수하고 싶어요");
        await host.Says("dl-1", "20261116-0001003, 010-0000-1234");
        await host.Says("dl-1", $"주전자가 깨져서 왔는데 상담원이 불친절했어요 {Script}");
        await host.Says("dl-1", $"상담원 바꿔 주세요 {Script}");
        await Assertions.Expect(agent.Page.Locator(".offer")).ToContainTextAsync(Hostile, Patiently);
        await agent.Accepts();
        await agent.Sees(Hostile);
        await agent.Page.ReloadAsync(); // the new ready reply is there
        await agent.Page.Locator(".items button").ClickAsync();
        await agent.Page.Keyboard.PressAsync("/");
        await agent.Page.Keyboard.InsertTextAsync("/img");
        await Assertions.Expect(agent.Page.Locator(".canned")).ToContainTextAsync(Hostile, Patiently);
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(agent.Page.Locator(".reply textarea")).ToHaveValueAsync(Script);
        await agent.Page.Locator(".reply textarea").FillAsync("");
        await agent.Page.Keyboard.PressAsync("Escape");

        await Posts(agent, "conversations/dl-1/notes", new { id = "hostile-01", text = Script });
        await Assertions.Expect(agent.Page.Locator(".line.note")).ToContainTextAsync(Script, Patiently);
        await agent.Page.Locator(".inbox header select").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        // A name that came in by an import, and the agent's reason, on the wall.
        await using (var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await database.Escalations.ExecuteUpdateAsync(set => set.SetProperty(row => row.CustomerName, Hostile), TestContext.Current.CancellationToken);
        await Assertions.Expect(boss.Page.Locator(".wall")).ToContainTextAsync("<b onclick=alert(3)>", Patiently);
        await Assertions.Expect(boss.Page.Locator(".wall table").First).ToContainTextAsync(Hostile, Patiently);
        await Assertions.Expect(boss.Page.Locator(".inbox header")).ToContainTextAsync(Hostile);
        await Accessibility.Check(boss.Page);
        await boss.Picture("desk-ko-hostile-wall-1920.png");

        // Evidence, and the customer's history.
        var version = await agent.Page.EvaluateAsync<long>("async () => (await (await fetch('/desk/api/conversations/dl-1')).json()).version");
        await Posts(agent, "conversations/dl-1/stop", new { id = "hostile-02", version, cause = "threat" });
        await boss.Presses("기록 보기 (열람 기록이 남아요)");
        await boss.Page.Locator(".wall .entries button").First.ClickAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(boss.Page.Locator("dialog .past")).ToContainTextAsync(Script, Patiently);
        await boss.Page.Keyboard.PressAsync("Escape");
        await boss.Page.Locator("input[name=customer]").FillAsync("K0001");
        await boss.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(boss.Page.Locator(".customer-page")).ToContainTextAsync("20261116-0001003", Patiently);

        foreach (var desk in new[] { agent, boss })
        {
            Assert.Equal(0, await desk.Page.Locator("script:not([src]), [src*=attacker], [onclick], [onerror]").CountAsync());
            desk.HasNoComplaints();
        }
        // What turns a line around turns nothing beside it.
        Assert.Equal("isolate", await boss.Page.Locator(".inbox header strong").EvaluateAsync<string>("name => getComputedStyle(name).unicodeBidi"));
    }

    // As the page itself does it.
    private static async Task Posts(DeskPage desk, string path, object body) => Assert.InRange(
        await desk.Page.EvaluateAsync<int>(
            "async ([path, body]) => (await fetch(`/desk/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status",
            new[] { path, JsonSerializer.Serialize(body) }), 200, 299);
}
