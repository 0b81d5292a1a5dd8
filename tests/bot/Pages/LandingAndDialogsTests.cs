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
        await Assertions.Expect(page.Locator(".drawing svg")).ToHaveCountAsync(DialogCatalog.Create().All.Count(), new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".drawing svg").Last).ToContainTextAsync("ReadBack");
        await Photograph(page, $"dialogs-{locale}-{width}.png");
        await Accessibility.Check(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    private async Task<(IPage Page, List<string> Complaints)> Open(IBrowserContext window, string path)
    {
        Assert.SkipUnless(Repository.PagesAreBuilt, "bot/web has not been built; ./test builds it");
        var complaints = new List<string>();
        var page = await window.NewPageAsync();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(server.Address + path);
        return (page, complaints);
    }

    private static Task Photograph(IPage page, string name) => page.ScreenshotAsync(new() { Path = Repository.Artifact(name), FullPage = true });
}
