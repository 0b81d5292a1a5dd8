using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The desk as an agent uses it. Whatever the browser complains about is kept.</summary>
internal sealed class DeskPage
{
    private DeskPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type == "error") Complaints.Add($"{message.Text} ({message.Location})"); };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => { if (request.Url.Contains("attacker", StringComparison.Ordinal)) Complaints.Add($"a request: {request.Url}"); };
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add($"a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public ILocator Lines => Page.Locator(".lines");

    public ILocator Context => Page.Locator(".context");

    /// <summary>Opens the page and signs in.</summary>
    public static async Task<DeskPage> Open(IBrowserContext window, string address, string login)
    {
        BuiltWeb.OrSkip();
        var desk = new DeskPage(await window.NewPageAsync());
        await desk.Page.GotoAsync($"{address}/desk");
        await desk.Page.Locator("input[name=login]").FillAsync(login);
        await desk.Page.Locator("input[name=password]").FillAsync("desk-demo");
        await desk.Page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".inbox")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator(".offline")).ToBeEmptyAsync();
        // Whoever is not signed in yet is told so once, before the form is shown.
        desk.Complaints.RemoveAll(complaint => complaint.Contains("401", StringComparison.Ordinal));
        return desk;
    }

    public Task Sees(string text) => Assertions.Expect(Lines.GetByText(text).Last).ToBeVisibleAsync();

    public Task Knows(string text) => Assertions.Expect(Context.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Accepts what is offered, by its key.</summary>
    public async Task Accepts()
    {
        await Assertions.Expect(Page.Locator(".offer")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("a");
        await Assertions.Expect(Page.Locator(".conversation")).ToBeVisibleAsync();
    }

    /// <summary>Replies, by keys alone.</summary>
    public async Task Says(string text)
    {
        await Page.Keyboard.PressAsync("r");
        await Page.Keyboard.InsertTextAsync(text);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Sees(text);
        await Assertions.Expect(Page.Locator(".reply textarea")).ToHaveValueAsync(""); // the server has it
        await Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Presses a key that leads out of the conversation, reads what the customer will hear, and does it.</summary>
    public async Task Hands(string key, string words)
    {
        await Page.Keyboard.PressAsync(key);
        await Does(words);
    }

    /// <summary>Lets the bot ask for one thing, after reading what the customer will hear.</summary>
    public async Task Delegates(string what, string words)
    {
        await Context.GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();
        await Does(words);
    }

    /// <summary>Changes a fact to another of the values that may be chosen.</summary>
    public async Task Corrects(string button, string value)
    {
        await Context.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Context.Locator("select[name=value]").SelectOptionAsync(new SelectOptionValue { Label = value });
        await Context.Locator(".facts form button[type=submit]").ClickAsync();
        await Assertions.Expect(Context.Locator(".facts .value").GetByText(value)).ToBeVisibleAsync();
    }

    /// <summary>Gives the next warning, by its key, after reading what the customer will hear.</summary>
    public Task Warns(string words) => Hands("s", words);

    /// <summary>Presses the first button of that name.</summary>
    public Task Presses(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    public Task HasNothingOpen() => Assertions.Expect(Page.Locator(".nothing-open")).ToBeVisibleAsync();

    private async Task Does(string words)
    {
        await Assertions.Expect(Page.Locator("dialog .preview")).ToContainTextAsync(words);
        await Accessibility.Check(Page);
        await Page.Locator("dialog button[type=submit]").ClickAsync();
        await Assertions.Expect(Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    public void HasNoComplaints() => Assert.True(Complaints.Count == 0, string.Join(Environment.NewLine, Complaints));

    public Task<byte[]> Picture(string name) => Page.ScreenshotAsync(new() { Path = BuiltWeb.Picture(name) });
}
