using Microsoft.Playwright;

namespace ServiceBot.Bot.Tests.Pages;

[Trait("Needs", "Chromium")]
public sealed class ChatPageTests(Browser browser, PagesServer server) : IClassFixture<Browser>, IClassFixture<PagesServer>
{
    [Fact]
    public async Task It_greets_in_Korean()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Sees("무엇을 도와드릴까요?");
        await Assertions.Expect(chat.Page.GetByText("자동 상담 챗봇")).ToBeVisibleAsync();
        await Assertions.Expect(chat.Page.Locator("h1")).ToHaveTextAsync("하루상점");
        await chat.Picture("chat-ko.png");
        chat.HasNoComplaints();
    }

    [Fact]
    public async Task It_greets_in_English_when_the_browser_is_English()
    {
        await using var window = await Window("en-GB");
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Sees("How can I help?");
        await Assertions.Expect(chat.Page.GetByText("Automated assistant")).ToBeVisibleAsync();
        await chat.Picture("chat-en.png");
        chat.HasNoComplaints();
    }

    [Fact]
    public async Task A_suggested_action_is_said_by_a_click()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.SuggestedActions.Filter(new() { HasText = "반품" }).ClickAsync();
        await chat.Sees("들은 말: 반품");
        chat.HasNoComplaints();
    }

    [Fact]
    public async Task A_person_is_one_tap_away()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Person.ClickAsync();
        await chat.Sees("들은 말: 상담원 연결");
    }

    [Fact]
    public async Task A_photo_is_sent_and_shown()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.SendPhoto("깨진 주전자.png");
        await chat.Sees("사진 1장 잘 받았어요.");
        var photo = chat.Page.Locator(".webchat__bubble img[alt='깨진 주전자.png']");
        await Assertions.Expect(photo).ToBeVisibleAsync();
        Assert.True(await photo.EvaluateAsync<int>("photo => photo.naturalWidth") > 0);
        await chat.Picture("chat-photo.png");
        chat.HasNoComplaints();
    }

    [Fact]
    public async Task A_message_that_was_not_taken_is_apologized_for_and_sent_again_by_a_click()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("fail once");
        await chat.Sees("sorry");
        await chat.Picture("chat-not-taken.png");
        await chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("다시 시도") }).ClickAsync();
        await chat.Sees("들은 말: fail once");
    }

    [Fact]
    public async Task Cards_are_shown()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("card");
        await Assertions.Expect(chat.Page.GetByText("환불 예정 내역", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(chat.Page.GetByText("32,000원", new() { Exact = true })).ToBeVisibleAsync();
        await chat.Picture("chat-cards.png");
        chat.HasNoComplaints();
    }

    [Fact]
    public async Task A_typing_sign_shows_while_the_bot_works()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("slow");
        await Assertions.Expect(chat.Page.Locator(".webchat__typing-indicator, .webchat__typingIndicator").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_long_conversation_stays_at_its_end()
    {
        await using var window = await Window(height: 500);
        var chat = await ChatPage.Open(window, server.Address);
        for (var time = 1; time <= 4; time++)
        {
            await chat.Say($"{time}번째");
            await chat.Sees($"들은 말: {time}번째");
        }

        await Assertions.Expect(chat.Messages.Last).ToBeInViewportAsync();
        await Assertions.Expect(chat.Messages.First).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_refresh_keeps_the_conversation()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("주전자가 깨졌어요");
        await chat.Sees("들은 말: 주전자가 깨졌어요");
        await chat.Page.ReloadAsync();
        await chat.Sees("들은 말: 주전자가 깨졌어요");
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_closed_tab_opens_where_it_was_left()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("환불 문의");
        await chat.Sees("들은 말: 환불 문의");
        await chat.Page.CloseAsync();
        await (await ChatPage.Open(window, server.Address)).Sees("들은 말: 환불 문의");
    }

    [Fact]
    public async Task Restart_asks_once_and_begins_anew()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("먼저 한 말");
        await chat.Sees("들은 말: 먼저 한 말");
        await chat.Restart.ClickAsync();
        await chat.Picture("chat-restart.png");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "새로 시작" }).ClickAsync();
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(1);
        await chat.Sees("무엇을 도와드릴까요?");
        await chat.Say("새로 한 말");
        await chat.Sees("들은 말: 새로 한 말");
        chat.HasNoComplaints();
    }

    [Fact]
    public async Task Restart_can_be_thought_better_of()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("그대로");
        await chat.Sees("들은 말: 그대로");
        await chat.Restart.ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "계속 대화하기" }).ClickAsync();
        await chat.Sees("들은 말: 그대로");
    }

    [Fact]
    public async Task Before_anything_is_said_another_language_brings_its_own_greeting()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await chat.Sees("How can I help?");
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task In_the_middle_another_language_keeps_the_conversation()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("반품");
        await chat.Sees("들은 말: 반품");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(chat.Person).ToHaveTextAsync("Talk to a person");
        await chat.Sees("들은 말: 반품");
    }

    [Fact]
    public async Task A_broken_stream_is_said_in_words_and_comes_back_with_nothing_lost()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.BreakStream();
        await Assertions.Expect(chat.Standing).ToContainTextAsync("다시 연결하고 있어요");
        await chat.Picture("chat-reconnecting.png");
        await Assertions.Expect(chat.Standing).ToHaveTextAsync("연결되어 있어요");
        await chat.Say("돌아왔어요");
        await chat.Sees("들은 말: 돌아왔어요");
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task An_expired_token_is_renewed_in_the_same_conversation()
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("먼저");
        await chat.Sees("들은 말: 먼저");
        await chat.ExpireToken();
        await Assertions.Expect(chat.Standing).ToContainTextAsync("다시 연결하고 있어요");
        await Assertions.Expect(chat.Standing).ToHaveTextAsync("연결되어 있어요");
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(3);
        await chat.Say("나중");
        await chat.Sees("들은 말: 나중");
        await chat.Sees("들은 말: 먼저");
    }

    [Fact]
    public async Task A_second_window_takes_the_conversation_and_the_first_says_so()
    {
        await using var window = await Window();
        var first = await ChatPage.Open(window, server.Address);
        var second = await ChatPage.Open(window, server.Address);
        await Assertions.Expect(first.Standing).ToHaveTextAsync("다른 창에서 이 대화를 이어 가고 있어요");
        await second.Say("두 번째 창");
        await second.Sees("들은 말: 두 번째 창");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "여기서 계속하기" }).ClickAsync();
        await first.Sees("들은 말: 두 번째 창");
        await Assertions.Expect(second.Standing).ToHaveTextAsync("다른 창에서 이 대화를 이어 가고 있어요");
    }

    [Theory]
    [InlineData("<img src=x onerror=\"document.title='hacked'\">")]
    [InlineData("[눌러요](javascript:alert(1)) **굵게** <script>document.title='hacked'</script>")]
    public async Task Hostile_text_is_shown_as_text(string text)
    {
        await using var window = await Window();
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say(text);
        await chat.Sees($"들은 말: {text}");
        Assert.DoesNotContain("hacked", await chat.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await chat.Page.Locator(".webchat__bubble__content").Locator("img[src=x], a, strong").CountAsync());
        chat.HasNoComplaints();
    }

    [Theory]
    [InlineData("ko-KR", ColorScheme.Light)]
    [InlineData("en-GB", ColorScheme.Dark)]
    public async Task A_phone_360_pixels_wide_needs_no_scrolling_sideways(string locale, ColorScheme colours)
    {
        await using var window = await Window(locale, 360, 740, colours);
        var chat = await ChatPage.Open(window, server.Address);
        await chat.Say("card");
        await Assertions.Expect(chat.Page.GetByText("환불 예정 내역", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(chat.Person).ToBeVisibleAsync();
        await chat.Picture($"chat-360-{locale}-{colours}.png");
        Assert.Equal(360, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(740, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme colours)
    {
        await using var window = await Window(colours: colours);
        var chat = await ChatPage.Open(window, server.Address);
        await Accessibility.Check(chat.Page);
        await chat.Say("card");
        await Assertions.Expect(chat.Page.GetByText("환불 예정 내역", new() { Exact = true })).ToBeVisibleAsync();
        await chat.Say("반품");
        await chat.Sees("들은 말: 반품");
        await chat.Picture($"chat-{colours}.png");
        await Accessibility.Check(chat.Page);
        await chat.Restart.ClickAsync();
        await Accessibility.Check(chat.Page);
    }

    private Task<IBrowserContext> Window(string locale = "ko-KR", int width = 1280, int height = 800, ColorScheme colours = ColorScheme.Light) =>
        browser.OpenWindow(locale, width, height, colours);
}
