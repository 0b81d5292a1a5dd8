using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What agents see of each other and of the customer beside the words, and how they are protected; in real browsers.</summary>
[Trait("Needs", "Chromium")]
public sealed class DeskCareTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Hostile = "<img src=https://attacker.invalid/x onerror=alert(1)>";
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Everybody_sees_who_looks_and_who_writes_and_abuse_is_veiled_warned_of_and_ended_by_the_bot()
    {
        await using var shop = await browser.OpenWindow();
        await using var office = await browser.OpenWindow();
        await using var above = await browser.OpenWindow(width: 1920, height: 1080);
        await Serving(async address =>
        {
            var agent = await DeskPage.Open(office, address, "jieun");
            var supervisor = await DeskPage.Open(above, address, "minho");
            var chat = await ChatPage.Open(shop, address);
            await chat.Hears("반품하고 싶어요", "본인 확인");
            await chat.Hears("20261118-0001003 010-0000-1234", "어떤 상품을 반품하시겠어요?");
            await chat.Hears("상담원 바꿔 주세요", "상담원을 존중하는 마음으로 대해 주세요.");
            await agent.Accepts();
            await supervisor.Presses("지켜보기");
            await Assertions.Expect(agent.Page.Locator(".lookers")).ToContainTextAsync("박민호");
            await Assertions.Expect(supervisor.Page.Locator(".lookers")).ToContainTextAsync("이지은");

            await chat.Page.Locator("[data-id='webchat-sendbox-input']").PressSequentiallyAsync("저기요");
            await Assertions.Expect(agent.Page.Locator(".writing")).ToContainTextAsync("고객");
            await agent.Page.Keyboard.PressAsync("r");
            await agent.Page.Keyboard.InsertTextAsync("잠시만요");
            await Assertions.Expect(chat.Page.Locator("[class*='typing-indicator'], [class*='typingIndicator']").First).ToBeVisibleAsync();
            await Assertions.Expect(supervisor.Page.Locator(".writing")).ToContainTextAsync("이지은");
            await agent.Page.Keyboard.PressAsync("Escape");

            await chat.Say(Hostile);
            await chat.Say("야 이 개새끼야");
            await agent.Sees("야 이 ●●●야");
            await Assertions.Expect(agent.Page.Locator(".writing")).ToBeEmptyAsync();
            Assert.DoesNotContain("개새끼", await agent.Page.ContentAsync(), StringComparison.Ordinal);
            await Accessibility.Check(agent.Page);
            await agent.Picture("desk-ko-veiled-1280.png");
            await supervisor.Picture("desk-ko-watching-1920.png");
            await agent.Presses("원문 보기 (기록이 남아요)");
            await agent.Sees("야 이 개새끼야");

            await agent.Page.Keyboard.PressAsync("i");
            var history = agent.Page.Locator(".customer-page");
            await Assertions.Expect(history).ToContainTextAsync("20261118-0001003");
            await Assertions.Expect(history).ToContainTextAsync("010-****-1234");
            await Accessibility.Check(agent.Page);
            await agent.Picture("desk-ko-customer-1280.png");
            await history.Locator(".entries button").First.ClickAsync();
            await Assertions.Expect(agent.Page.Locator("dialog .past")).ToContainTextAsync(Hostile);
            await agent.Picture("desk-ko-past-1280.png");
            await agent.Page.Keyboard.PressAsync("Escape");
            await agent.Page.Keyboard.PressAsync("i");

            await agent.Warns("상담원은 법으로 보호받아요.");
            await chat.Sees("상담원은 법으로 보호받아요.");
            await agent.Warns("마지막으로 안내해 드려요.");
            await chat.Sees("마지막으로 안내해 드려요.");
            await agent.Picture("desk-ko-warned-1280.png");
            await agent.Presses("폭언으로 상담 끝내기");
            await chat.Sees("폭언이나 성희롱이 있어 상담원과의 상담을 마쳤어요.");
            await agent.HasNothingOpen();
            await Assertions.Expect(agent.Page.Locator(".inbox header select")).ToHaveValueAsync("cool-down");
            await Assertions.Expect(agent.Page.Locator(".wrap-up")).ToHaveCountAsync(0);

            await supervisor.Page.Locator("input[name=customer]").FillAsync("K0001");
            await supervisor.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(supervisor.Page.Locator(".customer-page")).ToContainTextAsync("악용·욕설");
            await supervisor.Picture("desk-ko-customer-1920.png");
            agent.HasNoComplaints();
            supervisor.HasNoComplaints();
        });
    }

    [Fact]
    public async Task In_the_dark_and_on_a_narrow_screen_all_of_it_can_be_read_and_reached()
    {
        await using var shop = await browser.OpenWindow("en-GB");
        await using var office = await browser.OpenWindow("en-GB", 1000, 800, ColorScheme.Dark);
        await Serving(async address =>
        {
            var agent = await DeskPage.Open(office, address, "james");
            var chat = await ChatPage.Open(shop, address);
            await chat.Hears("I want to return something", "check who you are");
            await chat.Hears("Emily Carter, 03087", "return?");
            await chat.Hears("Can I talk to a human please", "treat my colleagues with respect");
            await agent.Accepts();
            await chat.Say("You idiots");
            await agent.Sees("You ●●●");
            await Accessibility.Check(agent.Page);
            foreach (var (width, height) in new[] { (1000, 800), (1280, 800), (1920, 1080) })
            {
                await agent.Page.SetViewportSizeAsync(width, height);
                Assert.False(await agent.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"it is wider than {width}");
                await agent.Picture($"desk-en-dark-{width}.png");
            }
            await agent.Page.Keyboard.PressAsync("s");
            await Assertions.Expect(agent.Page.Locator("dialog .preview")).ToContainTextAsync("protected by law");
            await Accessibility.Check(agent.Page);
            await agent.Picture("desk-en-dark-abuse-1920.png");
            await agent.Page.Keyboard.PressAsync("Escape");
            await agent.Page.SetViewportSizeAsync(1000, 800);
            await agent.Page.Keyboard.PressAsync("i");
            await Assertions.Expect(agent.Page.Locator(".customer-page")).ToContainTextAsync("Emily Carter");
            await Accessibility.Check(agent.Page);
            await agent.Picture("desk-en-dark-customer-1000.png");
            agent.HasNoComplaints();
        });
    }

    private Task Serving(Func<string, Task> act) => ServiceBotProcess.WhileServingAsync(
        directory.Path,
        address => act(address.ToString().TrimEnd('/')),
        ["--Shop:Demo", "true", "--Shop:Name", "하루상점", "--Shop:Clock", "2026-11-22T12:00:00+09:00", $"--contentRoot={Path.Combine(Repository.Root, "bot")}"]);
}
