using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Tests.Pages;
using ServiceBot.Bot.Tests.Telephone;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Promised calls and messages in the inbox, as agents in real browsers see and settle them.</summary>
[Trait("Needs", "Chromium")]
public sealed class FollowUpPageTests(Browser browser, Telephones telephones) : IClassFixture<Browser>, IClassFixture<Telephones>
{
    private const string Hostile = "<img src=https://attacker.invalid/x onerror=alert(1)> \u202E전화 주세요";

    [Fact]
    public async Task An_agent_takes_up_a_promise_by_the_keyboard_and_another_sees_who_is_about_it()
    {
        await using var office = await browser.OpenWindow(width: 1920, height: 1080);
        await using var other = await browser.OpenWindow("en-GB", colours: ColorScheme.Dark);
        var jieun = await DeskPage.Open(office, telephones.Address, "jieun");
        var james = await DeskPage.Open(other, telephones.Address, "james");
        await PromiseAsync();

        var item = Haneul(jieun);
        await Assertions.Expect(item).ToContainTextAsync("김하늘");
        await Assertions.Expect(item).ToContainTextAsync("까지 연락");
        await Assertions.Expect(item).ToContainTextAsync(Hostile);
        await Accessibility.Check(jieun.Page);
        await jieun.Picture("follow-ups-ko.png");
        await Assertions.Expect(Haneul(james)).ToContainTextAsync("ends in 1234");
        await Accessibility.Check(james.Page);
        await james.Picture("follow-ups-en-dark.png");

        await jieun.Page.Keyboard.PressAsync("f");
        await Assertions.Expect(jieun.Page.Locator(".follow-ups button").First).ToBeFocusedAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "내가 연락하기" }).PressAsync("Enter");
        await Assertions.Expect(jieun.Page.Locator(".call-bar")).ToContainTextAsync("전화를 요청한 고객이에요");
        await Assertions.Expect(jieun.Page.Locator(".lines")).ToContainTextAsync("약속한 연락을 맡음");
        await Assertions.Expect(Haneul(james)).ToContainTextAsync("이지은 is on it");
        await jieun.Presses("연락처 보기 (기록이 남아요)");
        await Assertions.Expect(item).ToContainTextAsync("01000001234");
        await Accessibility.Check(jieun.Page);
        await jieun.Picture("follow-up-taken-ko.png");

        // Who holds it is of no concern to a colleague; a supervisor may free it, and it is taken up again.
        Assert.Equal(0, await Haneul(james).GetByRole(AriaRole.Button).CountAsync());
        await using var above = await browser.OpenWindow(width: 1920, height: 1080);
        var minho = await DeskPage.Open(above, telephones.Address, "minho");
        await Assertions.Expect(Haneul(minho)).ToContainTextAsync("이지은 님이 연락하는 중");
        await Accessibility.Check(minho.Page);
        await minho.Picture("follow-up-held-wall-ko-1920.png");
        await Haneul(minho).GetByRole(AriaRole.Button, new() { Name = "다른 상담원이 맡게 하기" }).ClickAsync();
        await Assertions.Expect(Haneul(james)).Not.ToContainTextAsync("is on it");
        await item.GetByRole(AriaRole.Button, new() { Name = "내가 연락하기" }).ClickAsync();
        await Assertions.Expect(Haneul(james)).ToContainTextAsync("이지은 is on it");
        await jieun.Presses("연락됨, 끝내기");
        await Assertions.Expect(item).ToHaveCountAsync(0);
        await Assertions.Expect(Haneul(james)).ToHaveCountAsync(0);
        jieun.HasNoComplaints();
        james.HasNoComplaints();
        minho.HasNoComplaints();
    }

    [Fact]
    public async Task A_message_is_heard_and_settled()
    {
        EspeakNg.OrSkip();
        await using var office = await browser.OpenWindow("en-GB");
        await using var other = await browser.OpenWindow(width: 1920, height: 1080, colours: ColorScheme.Dark);
        var james = await DeskPage.Open(office, telephones.Address, "james");
        var minho = await DeskPage.Open(other, telephones.Address, "minho");
        await james.Page.Locator(".inbox header select").First.SelectOptionAsync("available");
        var caller = await telephones.CallAsync("anonymous");
        await caller.PressAsync("9");
        await caller.PressAsync("0");
        await caller.PressAsync("2");
        await caller.SayAsync("Please call me tomorrow");
        await caller.PressAsync("#");
        await caller.HangUpAsync();

        var item = james.Page.Locator(".follow-ups li").Filter(new() { HasText = "Voicemail" });
        await Assertions.Expect(item).ToBeVisibleAsync();
        await item.Locator("audio").EvaluateAsync("sound => { sound.muted = true; return sound.play(); }");
        Assert.True(await item.Locator("audio").EvaluateAsync<double>("sound => sound.duration") > 0);
        await Accessibility.Check(james.Page);
        await james.Picture("voicemail-en.png");
        await Assertions.Expect(minho.Page.Locator(".follow-ups li").Filter(new() { HasText = "음성 메시지" })).ToBeVisibleAsync();
        await minho.Picture("voicemail-wall-ko-dark.png");
        await james.Presses("Promise a call");
        await Assertions.Expect(james.Page.Locator(".follow-ups li")).ToContainTextAsync("Left a voicemail");
        await Assertions.Expect(item.Locator("audio")).ToHaveCountAsync(0);
        james.HasNoComplaints();
        minho.HasNoComplaints();
    }

    private static ILocator Haneul(DeskPage desk) => desk.Page.Locator(".follow-ups li").Filter(new() { HasText = "김하늘" });

    // 김하늘 was half-way through a return, and was promised a call.
    private async Task PromiseAsync()
    {
        var now = telephones.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var words in new[] { "주전자를 반품할래요", "20261120-0001003, 010-0000-1234" })
            await telephones.Services.GetRequiredService<ITurns>().RunAsync(new Turn("page-promise", words, ChannelAbilities.DirectLine, new Utterance(words), now) { Original = "{}" }, TestContext.Current.CancellationToken);
        await telephones.Services.GetRequiredService<IEffects>().RunAsync(
            "page-promise/1/9/test", new OpenCase("callback", Hostile, telephones.Services.GetRequiredService<ShopPolicy>().CallbackBy(now)) { CustomerId = "K0001", Phone = "01000001234", Language = SpokenLanguage.Korean },
            now, TestContext.Current.CancellationToken);
    }
}
