using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Pages;
using ServiceBot.Bot.Tests.Telephone;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>
/// The telephone in an agent's browser. The company's Voice SDK is played by a double of the same names, which is served in its place; its handset is a telephone of the
/// simulated network, so that everything behind it is real.
/// </summary>
[Trait("Needs", "Chromium")]
public sealed class BrowserPhonePageTests(Browser browser, BrowserPhonePageTests.ShopWithBrowsers telephones) : IClassFixture<Browser>, IClassFixture<BrowserPhonePageTests.ShopWithBrowsers>
{
    private const string Microphone = "navigator.mediaDevices.getUserMedia = async () => new MediaStream();";
    private const string NoMicrophone = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('denied', 'NotAllowedError'); };";

    [Fact]
    public async Task It_registers_rings_is_answered_muted_and_hung_up_and_renews_its_token()
    {
        await using var office = await browser.OpenWindow(width: 1920, height: 1080);
        var desk = await OpenAsync(office, "jieun", Microphone);
        var id = await desk.Page.EvaluateAsync<string>("fetch('/desk/api/session').then(answer => answer.json()).then(me => me.id)");
        await ChoosesBrowserAsync(desk, "이 브라우저");
        await UntilAsync(desk, "window.sdk?.registered === true");
        Assert.Equal(3, (await desk.Page.EvaluateAsync<string>("window.sdk.tokens[0]")).Split('.').Length); // signed, as the company wants it
        await desk.Page.EvaluateAsync("window.sdk.device.emit('tokenWillExpire')");
        await UntilAsync(desk, "window.sdk.tokens.length === 2");

        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        await desk.Accepts();
        var handset = await telephones.RungAsync($"client:{id}");
        await desk.Page.EvaluateAsync("window.sdk.ring()");
        await Accessibility.Check(desk.Page);
        await desk.Picture("browser-phone-rings-ko.png");
        await desk.Presses("전화 받기");
        await UntilAsync(desk, "window.sdk.done.join() === 'accept'");
        await handset.TakeUpAsync();
        await desk.Presses("고객과 연결 (1번)");
        await UntilAsync(desk, "window.sdk.done.join() === 'accept,1'");
        await handset.PressAsync("1");
        var bar = desk.Page.Locator(".call-bar");
        await Assertions.Expect(bar).ToContainTextAsync("통화 중");
        await caller.SayAsync("여보세요?");
        handset.Listen();
        handset.Hears("여보세요?");
        await desk.Page.Keyboard.PressAsync("m");
        await Assertions.Expect(bar).ToContainTextAsync("음소거 풀기");
        caller.Listen();
        await handset.SayAsync("들리세요?");
        Assert.Equal("", caller.Listen());
        await desk.Picture("browser-phone-talks-ko.png");
        await desk.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(desk.Page.Locator(".wrap-up")).ToBeVisibleAsync();
        await handset.EndsAsync();
        await desk.Page.EvaluateAsync("window.sdk.call.emit('disconnect')");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "고객과 연결 (1번)" })).ToHaveCountAsync(0);
        await desk.Presses("해결");
        // What was recorded is asked for once more in the moment in which the conversation goes.
        desk.Complaints.RemoveAll(complaint => complaint.Contains("404", StringComparison.Ordinal) && complaint.Contains("/recordings", StringComparison.Ordinal));
        desk.HasNoComplaints();
    }

    [Fact]
    public async Task What_goes_wrong_is_told_in_words()
    {
        await using var office = await browser.OpenWindow("en-GB", colours: ColorScheme.Dark);
        var desk = await OpenAsync(office, "james", Microphone);
        await ChoosesBrowserAsync(desk, "This browser");
        await UntilAsync(desk, "window.sdk?.registered === true");
        await desk.Page.EvaluateAsync("window.sdk.device.emit('error', { code: 53000, message: 'SignalingConnectionError' })");
        var choice = desk.Page.Locator(".my-telephone");
        await Assertions.Expect(choice).ToContainTextAsync("The telephone company cannot be reached.");
        await Accessibility.Check(desk.Page);
        await desk.Picture("browser-phone-broken-en-dark.png");
        await desk.Page.EvaluateAsync("window.sdk.device.emit('registered')");
        await Assertions.Expect(choice).Not.ToContainTextAsync("cannot be reached");
        await desk.Page.EvaluateAsync("window.sdk.device.emit('error', { code: 20104, message: 'AccessTokenExpired' })");
        await Assertions.Expect(choice).ToContainTextAsync("Tell your administrator");
    }

    [Fact]
    public async Task Without_a_microphone_the_agents_own_telephone_goes_on_ringing()
    {
        await using var office = await browser.OpenWindow("en-GB");
        var desk = await OpenAsync(office, "minho", NoMicrophone);
        var number = TelephoneDesk.Minho;
        await ChoosesBrowserAsync(desk, "This browser");
        var choice = desk.Page.Locator(".my-telephone");
        await Assertions.Expect(choice).ToContainTextAsync("The microphone may not be used.");
        await Assertions.Expect(choice.Locator("summary")).ToContainTextAsync(number);

        // It was allowed when the browser was chosen, and is not any more.
        await desk.Page.EvaluateAsync("fetch('/desk/api/telephone', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ telephone: 'browser' }) })");
        await desk.Page.ReloadAsync();
        await Assertions.Expect(choice).ToContainTextAsync($"So your own number rings: {number}");
        await Assertions.Expect(choice.Locator("summary")).ToContainTextAsync(number);
        await Accessibility.Check(desk.Page);
        await desk.Picture("browser-phone-fell-back-en.png");
    }

    private async Task<DeskPage> OpenAsync(IBrowserContext window, string login, string microphone)
    {
        BuiltWeb.OrSkip();
        await window.AddInitScriptAsync(microphone);
        await window.RouteAsync("**/assets/twilio-*.js", route => route.FulfillAsync(new() { Path = Path.Combine(Repository.Root, "tests", "bot", "Desk", "FakeVoiceSdk.js"), ContentType = "text/javascript" }));
        return await DeskPage.Open(window, telephones.Address, login);
    }

    // The page's policy lets nobody evaluate words there, as Playwright would to wait.
    private static async Task UntilAsync(DeskPage desk, string holds)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await desk.Page.EvaluateAsync<bool>(holds)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"'{holds}' did not come true within 20 seconds.");
    }

    private static async Task ChoosesBrowserAsync(DeskPage desk, string name)
    {
        var choice = desk.Page.Locator(".my-telephone");
        await choice.Locator("summary").ClickAsync();
        await choice.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = name });
        await choice.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>The bot with a key of the account, so that agents may take calls in their browsers.</summary>
    public sealed class ShopWithBrowsers() : Telephones(("Twilio:ApiKeySid", "SK0123456789abcdef0123456789abcdef"), ("Twilio:ApiKeySecret", "a-secret-of-the-tests-and-of-nothing-else"));
}
