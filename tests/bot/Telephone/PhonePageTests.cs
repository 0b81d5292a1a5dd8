using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The telephone in a browser, used as a visitor does.</summary>
[Trait("Needs", "Chromium")]
public sealed class PhonePageTests(Browser browser, PhoneServer server) : IClassFixture<Browser>, IClassFixture<PhoneServer>
{
    [Theory]
    [InlineData("ko-KR", 1280, ColorScheme.Light, "전화 걸기", "말하기")]
    [InlineData("en-GB", 1280, ColorScheme.Dark, "Call", "Speak")]
    [InlineData("ko-KR", 360, ColorScheme.Dark, "전화 걸기", "말하기")]
    [InlineData("en-GB", 360, ColorScheme.Light, "Call", "Speak")]
    public async Task A_visitor_calls_speaks_presses_keys_and_sees_what_went_over_the_wire(string locale, int width, ColorScheme colours, string call, string speak)
    {
        await using var window = await browser.OpenWindow(locale, width, colours: colours);
        var (page, complaints) = await Open(window);
        await Accessibility.Check(page);
        await Press(page, call);
        await Hears(page, "무엇을 도와드릴까요?");
        await Hears(page, "+821000001234");
        await page.Locator("#said").FillAsync("주전자가 깨졌어요");
        await Press(page, speak);
        await Hears(page, "들은 말: 주전자가 깨졌어요 (0.92)");
        await Assertions.Expect(page.Locator(".steps details[open] pre")).ToContainTextAsync("<Gather input=\"dtmf\"");
        await Assertions.Expect(page.Locator(".steps details[open]")).ToContainTextAsync("SpeechResult");
        await page.ScreenshotAsync(new() { Path = BuiltWeb.Picture($"phone-{locale}-{width}.png"), FullPage = true });
        await Accessibility.Check(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var key in new[] { "1", "2", "3", "4" }) await Keypad(page, key).ClickAsync();
        await Hears(page, "You pressed 1234.");
        await Assertions.Expect(page.Locator(".steps li").Last).ToContainTextAsync("Status callback");
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Theory]
    [InlineData("ko-KR", 1280, ColorScheme.Light, "보내기", "문자", "발신 번호 숨김")]
    [InlineData("en-GB", 360, ColorScheme.Dark, "Send", "Text messages", "Number withheld")]
    public async Task A_visitor_writes_a_text_message_and_reads_what_comes_back(string locale, int width, ColorScheme colours, string send, string heading, string withheld)
    {
        await using var window = await browser.OpenWindow(locale, width, colours: colours);
        var (page, complaints) = await Open(window);
        var messages = page.Locator(".text-messages li");

        await page.Locator("#text").FillAsync("주전자가 깨졌어요");
        await Press(page, send);
        await Assertions.Expect(messages.Nth(0)).ToContainTextAsync("주전자가 깨졌어요");
        await Assertions.Expect(messages.Nth(1)).ToContainTextAsync("받은 문자: 주전자가 깨졌어요");
        await Assertions.Expect(messages.Nth(2)).ToContainTextAsync("보낸 분: +821000001234");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("");
        await page.Locator(".text-messages summary").ClickAsync();
        await Assertions.Expect(page.Locator(".text-messages pre")).ToContainTextAsync("<Message>");
        await page.ScreenshotAsync(new() { Path = BuiltWeb.Picture($"phone-texts-{locale}-{width}.png"), FullPage = true });
        await Accessibility.Check(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await page.Locator("#from").SelectOptionAsync(new SelectOptionValue { Label = withheld });
        await Assertions.Expect(page.Locator("#text")).ToBeDisabledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Theory]
    [InlineData("고장", "11200")]
    [InlineData("전화", "12200: Invalid element <Say>")]
    public async Task What_was_wrong_with_the_answer_to_a_text_message_is_shown(string words, string wrong)
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Open(window);
        await page.Locator("#text").FillAsync(words);
        await Press(page, "보내기");
        await Assertions.Expect(page.Locator(".text-messages details")).ToContainTextAsync(wrong);
    }

    [Fact]
    public async Task A_call_goes_by_keyboard_alone()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Open(window);
        await page.Locator("#from").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Hears(page, "무엇을 도와드릴까요?");
        await page.Locator("#said").FocusAsync();
        await page.Keyboard.TypeAsync("반품이요");
        await page.Keyboard.PressAsync("Enter");
        await Hears(page, "들은 말: 반품이요");
    }

    [Theory]
    [InlineData("ko-KR", "전화 걸기")]
    [InlineData("en-GB", "Call")]
    public async Task The_keypad_is_seen_without_scrolling_on_a_small_screen(string locale, string call)
    {
        await using var window = await browser.OpenWindow(locale);
        var (page, _) = await Called(window, call);
        await page.SetViewportSizeAsync(1280, 800);
        await page.ScreenshotAsync(new() { Path = BuiltWeb.Picture($"phone-800-{locale}.png") });
        var last = await Keypad(page, "#").BoundingBoxAsync();
        Assert.True(last is { } key && key.Y + key.Height <= 800, $"The last key ends at {last?.Y + last?.Height} pixels.");
    }

    [Fact]
    public async Task Whoever_mumbles_is_understood_with_little_confidence()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await page.Locator("#said").FillAsync("음 그게");
        await Press(page, "웅얼거리기");
        await Hears(page, "(0.31)");
    }

    [Fact]
    public async Task Keys_that_were_begun_end_by_themselves()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await Keypad(page, "7").ClickAsync();
        await Hears(page, "You pressed 7.");
    }

    [Fact]
    public async Task Silence_at_the_end_of_the_document_ends_the_call_and_one_may_call_back()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await Press(page, "가만히 있기");
        await Status(page, "통화가 끝났어요");
        await Press(page, "다시 걸기");
        await Status(page, "통화 중이에요");
        await Press(page, "끊기");
        await Status(page, "통화가 끝났어요");
    }

    [Fact]
    public async Task A_number_can_be_withheld_or_typed_and_a_wrong_one_cannot_call()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Open(window);
        await page.Locator("#from").SelectOptionAsync("other");
        await page.Locator("#typed").FillAsync("12");
        await Assertions.Expect(Button(page, "전화 걸기")).ToBeDisabledAsync();
        await Assertions.Expect(page.GetByText("010-1234-5678처럼")).ToBeVisibleAsync();
        await page.Locator("#typed").FillAsync("010-1234-5678");
        await Press(page, "전화 걸기");
        await Hears(page, "+821012345678 번호로");
        await Press(page, "끊기");
        await page.Locator("#from").SelectOptionAsync("anonymous");
        await Press(page, "다시 걸기");
        await Hears(page, "anonymous 번호로");
    }

    [Fact]
    public async Task Whoever_waits_hears_the_wait_and_somebody_may_take_the_call()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await page.Locator("#said").FillAsync("상담원");
        await Press(page, "말하기");
        await Hears(page, "첫 번째로 기다리고");
        await Press(page, "상대가 받음");
        await Assertions.Expect(page.GetByText("상대와 통화하고 있어요.")).ToBeVisibleAsync();
        await Press(page, "상대가 끊음");
        await Status(page, "통화가 끝났어요");
    }

    [Fact]
    public async Task What_was_recorded_can_be_heard()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await page.Locator("#said").FillAsync("메모");
        await Press(page, "말하기");
        await Assertions.Expect(page.GetByText("녹음하고 있어요.")).ToBeVisibleAsync();
        await page.Locator("#said").FillAsync("내일 오후에 전화 주세요");
        await Press(page, "말하기");
        await Keypad(page, "#").ClickAsync();
        var sound = await page.APIRequest.GetAsync(server.Address + await page.Locator(".conversation audio").GetAttributeAsync("src"));
        EspeakNg.OrSkip();
        var wave = await sound.BodyAsync();
        Assert.Equal("RIFF"u8, wave.AsSpan(0, 4));
        Assert.True(wave.Length > 20_000, $"The recording has {wave.Length} bytes.");
    }

    [Fact]
    public async Task A_failing_bot_brings_the_fallback_and_the_page_shows_both()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await page.Locator("#said").FillAsync("고장");
        await Press(page, "말하기");
        await Hears(page, "죄송해요. (11200)");
        await Assertions.Expect(page.Locator(".steps details.fault")).ToContainTextAsync("Gather action");
    }

    [Fact]
    public async Task A_request_delivered_again_is_shown_as_one()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Called(window);
        await Press(page, "요청 다시 보내기");
        await Assertions.Expect(page.Locator(".steps li").Last).ToContainTextAsync("Voice, delivered again");
    }

    [Fact]
    public async Task The_clock_of_the_shop_goes_forward_on_wish()
    {
        await using var window = await browser.OpenWindow();
        var (page, _) = await Open(window);
        await Press(page, "평일 점심시간");
        await Assertions.Expect(page.Locator(".clock time")).ToContainTextAsync("12:20");
        await Press(page, "일요일");
        await Assertions.Expect(page.Locator(".clock time")).ToContainTextAsync("(일) 14:00");
    }

    private async Task<(IPage Page, List<string> Complaints)> Open(IBrowserContext window)
    {
        BuiltWeb.OrSkip();
        var complaints = new List<string>();
        var page = await window.NewPageAsync();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(server.Address + "/phone");
        await Assertions.Expect(page.Locator(".clock time")).ToBeVisibleAsync();
        return (page, complaints);
    }

    private async Task<(IPage Page, List<string> Complaints)> Called(IBrowserContext window, string call = "전화 걸기")
    {
        var opened = await Open(window);
        await Press(opened.Page, call);
        await Assertions.Expect(opened.Page.Locator("#said")).ToBeEnabledAsync();
        return opened;
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Keypad(IPage page, string key) => page.Locator(".keypad button").Filter(new() { HasText = key }).First;

    private static Task Press(IPage page, string name) => Button(page, name).ClickAsync();

    private static Task Hears(IPage page, string words) => Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync(words);

    private static Task Status(IPage page, string words) => Assertions.Expect(page.Locator(".line [role=status]")).ToContainTextAsync(words);
}
