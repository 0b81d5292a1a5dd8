using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The way to a person on the page <c>/phone</c>, whose visitor plays the agent too.</summary>
[Trait("Needs", "Chromium")]
public sealed class QueuePageTests(Browser browser, StaffedTelephones telephones) : IClassFixture<Browser>, IClassFixture<StaffedTelephones>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await telephones.EmptyQueueAsync();

    [Theory]
    [InlineData("ko-KR", "전화 걸기", "받기", "말하기", "바로 처리해 드릴게요")]
    [InlineData("en-GB", "Call", "Answer", "Speak", "I'll see to it at once")]
    public async Task A_visitor_waits_takes_the_call_as_the_agent_and_talks(string locale, string call, string answer, string speak, string words)
    {
        BuiltWeb.OrSkip();
        await using var window = await browser.OpenWindow(locale, 1280);
        var page = await window.NewPageAsync();
        await page.GotoAsync(telephones.Address + "/phone");
        var caller = page.Locator(".handset");
        if (locale == "en-GB") await page.Locator("#from").SelectOptionAsync("+821000006789");
        await page.GetByRole(AriaRole.Button, new() { Name = call, Exact = true }).ClickAsync();
        await Assertions.Expect(caller.Locator(".conversation")).ToContainTextAsync("무엇을 도와드릴까요?");
        if (locale == "en-GB") await Key(caller, "9").ClickAsync();
        await Key(caller, "0").ClickAsync();
        var agent = page.Locator(".other-phone").First;
        await agent.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).ClickAsync();
        await Assertions.Expect(agent.Locator(".conversation")).ToContainTextAsync("상담이에요");
        await Key(agent, "1").ClickAsync();
        await Assertions.Expect(caller.Locator(".conversation")).ToContainTextAsync(locale == "en-GB" ? "The call is recorded" : "통화는 녹음돼요");
        await agent.Locator("input").FillAsync(words);
        await agent.GetByRole(AriaRole.Button, new() { Name = speak, Exact = true }).ClickAsync();
        await Assertions.Expect(caller.Locator(".conversation")).ToContainTextAsync(words);
        await page.ScreenshotAsync(new() { Path = BuiltWeb.Picture($"phone-agent-{locale}.png"), FullPage = true });
        await Accessibility.Check(page);
        await agent.Locator(".hang-up").ClickAsync();
        await Assertions.Expect(caller.Locator(".conversation")).ToContainTextAsync(locale == "en-GB" ? "My colleague has finished" : "상담이 끝났어요");
    }

    private static ILocator Key(ILocator phone, string key) => phone.Locator(".keypad button").Filter(new() { HasText = key }).First;
}
