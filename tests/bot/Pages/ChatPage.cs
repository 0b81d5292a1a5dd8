using Microsoft.Playwright;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>The chat page as a customer uses it. Whatever the browser complains about is kept.</summary>
internal sealed class ChatPage
{
    private IWebSocketRoute? stream;

    private ChatPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type == "error") Complaints.Add($"{message.Text} ({message.Location})"); };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors on the console: broken scripts, failed loads, violations of the content security policy.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Messages => Page.Locator(".webchat__bubble__content");

    public ILocator SuggestedActions => Page.Locator(".webchat__suggested-action");

    public ILocator Restart => Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(새 대화|New chat)$") });

    public ILocator Person => Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(상담원 연결|Talk to a person)$") }).First;

    public ILocator Standing => Page.Locator(".connection p");

    /// <summary>Opens the page and waits until the bot has greeted.</summary>
    public static async Task<ChatPage> Open(IBrowserContext window, string address)
    {
        BuiltWeb.OrSkip();
        var chat = new ChatPage(await window.NewPageAsync());
        await chat.Page.RouteWebSocketAsync(address.Replace("http", "ws", StringComparison.Ordinal) + "/**", socket =>
        {
            chat.stream = socket;
            socket.ConnectToServer();
        });
        await chat.Page.GotoAsync($"{address}/chat");
        try
        {
            await Assertions.Expect(chat.Messages.First).ToBeVisibleAsync();
            await Assertions.Expect(chat.Person).ToBeEnabledAsync();
        }
        catch (PlaywrightException fault)
        {
            await chat.Picture("chat-did-not-open.png");
            throw new InvalidOperationException($"The chat did not open: {string.Join(" | ", chat.Complaints)}", fault);
        }

        return chat;
    }

    public async Task Say(string text)
    {
        await Page.Locator("[data-id='webchat-sendbox-input']").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Says something and waits for words of the answer; earlier messages do not count.</summary>
    public async Task Hears(string text, string answer)
    {
        var before = await Messages.CountAsync();
        await Say(text);
        await Assertions.Expect(Messages.Nth(before)).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator($":nth-match(.webchat__bubble__content, {before + 1}) >> xpath=following::*[contains(@class, 'webchat__bubble__content')]").Filter(new() { HasText = answer }).Last)
            .ToBeVisibleAsync();
    }

    /// <summary>Sends a photograph, of this very page.</summary>
    public async Task SendPhoto(string name) =>
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = await Page.ScreenshotAsync() });

    /// <summary>Nothing broke in the browser, and nothing was tried that the policy forbids.</summary>
    public void HasNoComplaints() => Assert.True(Complaints.Count == 0, string.Join(Environment.NewLine, Complaints));

    public Task Sees(string text) => Assertions.Expect(Messages.Filter(new() { HasText = text }).Last).ToBeVisibleAsync();

    /// <summary>Breaks the stream, as a network does.</summary>
    public Task BreakStream() => stream?.CloseAsync() ?? throw new InvalidOperationException("No stream is open.");

    /// <summary>Breaks the stream, and the token has expired: Direct Line refuses it until the page has asked for another.</summary>
    public async Task ExpireToken()
    {
        var expired = true;
        await Page.RouteAsync("**/chat/token", route =>
        {
            expired = false;
            return route.ContinueAsync();
        });
        await Page.RouteAsync("**/v3/directline/conversations/*?watermark=*", route => expired ? route.FulfillAsync(new() { Status = 403 }) : route.ContinueAsync());
        await BreakStream();
    }

    public Task<byte[]> Picture(string name) => Page.ScreenshotAsync(new() { Path = BuiltWeb.Picture(name) });
}
