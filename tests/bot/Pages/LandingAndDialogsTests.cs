using Microsoft.Playwright;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Bot.Tests.Pages;

[Trait("Needs", "Chromium")]
public sealed class LandingAndDialogsTests(Browser browser, PagesServer server) : IClassFixture<Browser>, IClassFixture<PagesServer>
{
    [Theory]
    [InlineData("ko-KR", 1280, ColorScheme.Light, "채팅 시작하기")]
    [InlineData("en-GB", 1280, ColorScheme.Dark, "Start chatting")]
    [InlineData("ko-KR", 360, ColorScheme.Dark, "채팅 시작하기")]
    public async Task The_landing_page_leads_to_the_chat(string locale, int width, ColorScheme colours, string way)
    {
        await using var window = await browser.OpenWindow(locale, width, colours: colours);
        var (page, complaints) = await Open(window, "/");
        await Assertions.Expect(page.Locator("dd.ready")).ToBeVisibleAsync();
        await Photograph(page, $"landing-{locale}-{width}.png");
        await Accessibility.Check(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Link, new() { Name = way }).ClickAsync();
        await page.WaitForURLAsync("**/chat");
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Theory]
    [InlineData("ko-KR", 1280, ColorScheme.Light, "반품")]
    [InlineData("en-GB", 1280, ColorScheme.Dark, "Return")]
    [InlineData("ko-KR", 360, ColorScheme.Light, "반품")]
    public async Task Each_dialog_is_drawn_under_its_title(string locale, int width, ColorScheme colours, string title)
    {
        await using var window = await browser.OpenWindow(locale, width, colours: colours);
        var (page, complaints) = await Open(window, "/dialogs");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".drawing svg")).ToHaveCountAsync(DialogCatalog.Create().All.Count(), new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#return .drawing svg")).ToContainTextAsync("ReadBack");
        await Photograph(page, $"dialogs-{locale}-{width}.png");
        await Accessibility.Check(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Fact]
    public async Task Every_dialog_has_a_title_in_Korean()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Open(window, "/dialogs");
        await Assertions.Expect(page.Locator("h2")).ToHaveCountAsync(DialogCatalog.Create().All.Count());
        Assert.All(await page.Locator("h2").AllInnerTextsAsync(), title => Assert.Matches("[가-힣]", title));
    }

    [Fact]
    public async Task A_drawing_can_be_seen_in_full_size()
    {
        await using var window = await browser.OpenWindow("en-GB", 600);
        var (page, _) = await Open(window, "/dialogs");
        var drawing = page.Locator("#return .drawing svg");
        await Assertions.Expect(drawing).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var fitted = (await drawing.BoundingBoxAsync())?.Width;
        await page.Locator("#return").GetByRole(AriaRole.Button).ClickAsync();
        Assert.True((await drawing.BoundingBoxAsync())?.Width > fitted);
        Assert.Equal(600, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private async Task<(IPage Page, List<string> Complaints)> Open(IBrowserContext window, string path)
    {
        BuiltWeb.OrSkip();
        var complaints = new List<string>();
        var page = await window.NewPageAsync();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(server.Address + path);
        return (page, complaints);
    }

    private static Task Photograph(IPage page, string name) => page.ScreenshotAsync(new() { Path = BuiltWeb.Picture(name), FullPage = true });
}
