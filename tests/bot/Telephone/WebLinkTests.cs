using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Pages;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A caller goes on at the chat page with the same conversation, by a code that is spoken or a link that is texted; each opens once.</summary>
[Trait("Needs", "Chromium")]
public sealed partial class WebLinkTests(Browser browser, Telephones telephones) : IClassFixture<Browser>, IClassFixture<Telephones>
{
    [Fact]
    public async Task A_spoken_code_brings_the_call_to_the_page_and_both_go_on()
    {
        BuiltWeb.OrSkip();
        var call = await IdentifiedAsync("반품하고 싶어요");
        await call.SayAsync("웹에서 이어서 할게요");
        call.Hears("링크를 문자로 보내 드릴까요", "코드 듣기는 이번");
        await call.PressAsync("2");
        call.Hears("코드는", "십 분 동안 한 번", "반품하시겠어요?");
        var code = Code().Match(await SaidAsync(call)).Groups["code"].Value;

        await using var window = await browser.OpenWindow("ko-KR", 1280);
        var chat = await ChatPage.Open(window, telephones.Address);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "전화에서 이어 하기" }).ClickAsync();
        var dialog = chat.Page.GetByRole(AriaRole.Dialog, new() { Name = "전화에서 이어 하기" });
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("00000000");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "이어서 하기" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("코드가 맞지 않거나");
        await chat.Picture("chat-call-code-ko.png");
        Assert.True(await dialog.EvaluateAsync<bool>("dialog => dialog.scrollWidth <= dialog.clientWidth"), "The dialog is wider than it shows.");
        await Accessibility.Check(chat.Page);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync($"{code[..4]} {code[4..]}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "이어서 하기" }).ClickAsync();
        await chat.Sees("김하늘 님, 확인되었어요");
        await chat.Hears("블루 주전자", "이유");
        await chat.Picture("chat-call-goes-on-ko.png");

        await call.SayAsync("마음이 바뀌었어요");
        Assert.False(call.IsOver, call.Story);
        await chat.Sees("마음이 바뀌었어요");
    }

    [Fact]
    public async Task A_texted_link_opens_the_conversation_once_and_holds_nothing_about_anybody()
    {
        BuiltWeb.OrSkip();
        var number = telephones.NewNumber();
        var call = await telephones.CallAsync(number);
        await call.SayAsync("English please");
        await call.SayAsync("I want to return something");
        await call.SayAsync("My name is Emily Carter and my postcode is 03087");
        await call.SayAsync("yes");
        await call.SayAsync("continue on the web");
        call.Hears("Shall I text you a link");
        await call.PressAsync("1");
        call.Hears("I've texted you a link");
        await call.HangUpAsync();
        var text = Assert.Single(telephones.TextsTo(number));
        var link = Link().Match(text).Value;
        Assert.Matches(@"/chat#pass=[\w-]{22}$", link);
        Assert.DoesNotContain("Emily", text, StringComparison.Ordinal);

        await using var window = await browser.OpenWindow("en-GB", 390, 800);
        var page = await window.NewPageAsync();
        await page.GotoAsync(link);
        await Assertions.Expect(page.Locator(".webchat__bubble__content").Filter(new() { HasText = "Thank you, Emily Carter" }).Last).ToBeVisibleAsync();
        Assert.DoesNotContain("pass", page.Url, StringComparison.Ordinal);
        await page.ScreenshotAsync(new() { Path = BuiltWeb.Picture("chat-link-en.png") });

        await using var another = await browser.OpenWindow("en-GB", 390, 800);
        var late = await another.NewPageAsync();
        await late.GotoAsync(link);
        await Assertions.Expect(late.GetByRole(AriaRole.Alert)).ToContainTextAsync("was used already");
        await late.ScreenshotAsync(new() { Path = BuiltWeb.Picture("chat-link-used-en.png") });
        Assert.DoesNotContain("Emily", await late.ContentAsync(), StringComparison.Ordinal);

        // Whoever calls back from that number now hears nothing of it before the proof: the page could read along.
        var back = await telephones.CallAsync(number);
        Assert.DoesNotContain("isn't finished yet", back.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_number_gets_a_code_without_being_asked()
    {
        var call = await telephones.CallAsync("anonymous");
        await call.SayAsync("반품하고 싶어요");
        await call.SayAsync("인터넷으로 계속할게요");
        call.Hears("코드는", "다시 한 번");
    }

    private async Task<PhoneCall> IdentifiedAsync(string wish)
    {
        var call = await telephones.CallAsync();
        await call.SayAsync(wish);
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        call.Hears("김하늘 님");
        return call;
    }

    private async Task<string> SaidAsync(PhoneCall call)
    {
        var log = await telephones.Services.GetRequiredService<IContextStore>().ReadLogAsync($"call-{call.Network.Sid}", 0, TestContext.Current.CancellationToken);
        return string.Join('\n', log.Select(entry => entry.Message?.Text));
    }

    [GeneratedRegex("코드 (?<code>[0-9]{8})", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
