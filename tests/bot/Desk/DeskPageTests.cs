using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The program as it is started, with an agent at the desk and a customer on the web chat, both in real browsers.</summary>
[Trait("Needs", "Chromium")]
public sealed class DeskPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task In_mid_return_a_person_takes_over_corrects_one_thing_lets_the_bot_ask_another_and_gives_it_back()
    {
        await using var shop = await browser.OpenWindow();
        await using var office = await browser.OpenWindow(width: 1920, height: 1080);
        await office.AddInitScriptAsync("window.rang = 0; window.AudioContext = class extends AudioContext { constructor() { super(); window.rang++; } };");
        await Serving(async address =>
        {
            var desk = await DeskPage.Open(office, address, "jieun");
            await desk.Page.GetByLabel("새 상담 소리").CheckAsync();
            var chat = await ChatPage.Open(shop, address);
            await chat.Hears("주전자가 깨져서 왔어요. 반품하고 싶어요", "본인 확인");
            await chat.Hears("20261118-0001003 010-0000-1234", "어떤 상품을 반품하시겠어요?");
            await chat.Hears("무선 주전자(블루)", "사진을 보내 주시겠어요?");
            await chat.Hears("상담원 바꿔 주세요", "대기 순서는 1번째");

            await Assertions.Expect(desk.Page.Locator(".offer")).ToContainTextAsync("김하늘");
            Assert.Equal(1, await desk.Page.EvaluateAsync<int>("window.rang")); // an offer sounds once
            await desk.Picture("desk-ko-offer.png");
            var sockets = 0;
            desk.Page.WebSocket += (_, _) => sockets++;
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "English", Exact = true }).ClickAsync();
            await Assertions.Expect(desk.Page.Locator(".offer")).ToContainTextAsync("Returns and refunds");
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "한국어", Exact = true }).ClickAsync();
            Assert.Equal(0, sockets); // nor is the offer lost
            await desk.Accepts();
            await chat.Sees("상담원 이지은이에요");
            await desk.Sees("주전자가 깨져서 왔어요. 반품하고 싶어요");
            await desk.Knows("무선 주전자(블루)");
            await desk.Knows("파손");
            await Accessibility.Check(desk.Page);
            await chat.Say("환불은 얼마나 걸려요?");
            await Assertions.Expect(desk.Page.Locator(".suggestion")).ToContainTextAsync("영업일 3일 안에 환불해 드려요");
            await desk.Picture("desk-ko-suggestion.png");
            await desk.Page.Keyboard.PressAsync("g");
            await Assertions.Expect(desk.Page.Locator(".reply textarea")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("영업일 3일 안에"));
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Page.Locator(".reply textarea")).ToHaveValueAsync("");
            await desk.Page.Keyboard.PressAsync("Escape");
            await chat.Sees("영업일 3일 안에 환불해 드려요");
            await desk.Says("많이 놀라셨겠어요. 하얀 주전자가 맞으실까요?");
            await chat.Sees("하얀 주전자가 맞으실까요?");
            await desk.Corrects("반품할 상품 고치기", "무선 주전자(화이트)");
            await desk.Picture("desk-ko-1920.png");

            await desk.Delegates("수거 주소 봇에게 맡기기", "수거하러 갈까요?");
            await chat.Sees("상담원이 부탁한 것 하나만 제가 여쭤볼게요.");
            await chat.Hears("네", "이어서 상담원이 도와드릴게요.");
            await Assertions.Expect(desk.Page.Locator(".facts").GetByText("수거 주소")).ToBeVisibleAsync();

            await desk.Hands("b", "다시 자동 상담 봇이에요.");
            await desk.HasNothingOpen();
            await chat.Sees("상담원과 정한 내용은");
            await chat.Sees("무선 주전자(화이트)");
            await chat.SendPhoto("깨진 주전자.png");
            await chat.Sees("언제 수거하러 갈까요?");
            await chat.Hears("내일이요", "이대로 진행할까요?");
            await chat.Hears("네", "R-20031");
            await chat.Hears("아니요, 없어요", "얼마나 만족스러우셨나요");
            await chat.Picture("desk-ko-chat.png");
            desk.HasNoComplaints();
            chat.HasNoComplaints();
        });
    }

    [Fact]
    public async Task A_draft_survives_a_refresh_and_the_customer_may_go_back_to_the_bot()
    {
        await using var shop = await browser.OpenWindow("en-GB", 360, 740);
        await using var office = await browser.OpenWindow("en-GB");
        await Serving(async address =>
        {
            var desk = await DeskPage.Open(office, address, "james");
            var chat = await ChatPage.Open(shop, address);
            await chat.Hears("I want to return something", "check who you are");
            await chat.Hears("Emily Carter, 03087", "return?");
            await chat.Hears("Can I talk to a human please", "in the queue");
            await desk.Accepts();
            await chat.Sees("This is James.");
            await desk.Page.Keyboard.PressAsync("r");
            await desk.Page.Keyboard.InsertTextAsync("Let me see");
            await desk.Page.ReloadAsync();
            await desk.Page.Locator(".items button").ClickAsync();
            await Assertions.Expect(desk.Page.Locator("textarea")).ToHaveValueAsync("Let me see");
            await desk.Page.Locator("textarea").FocusAsync();
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await chat.Sees("Let me see");
            await desk.Picture("desk-en-1280.png");
            await Accessibility.Check(desk.Page);

            await chat.Hears("Back to the bot", "It's the automated assistant again.");
            await desk.HasNothingOpen();
            await desk.Page.Keyboard.PressAsync("?");
            await Assertions.Expect(desk.Page.Locator("dialog .keys")).ToBeVisibleAsync();
            desk.HasNoComplaints();
        });
    }

    [Fact]
    public async Task An_exception_above_the_limit_is_asked_of_a_supervisor_who_sees_the_wall_and_listens_in()
    {
        await using var shop = await browser.OpenWindow();
        await using var office = await browser.OpenWindow(width: 1920, height: 1080);
        await using var above = await browser.OpenWindow();
        await Serving(async address =>
        {
            var agent = await DeskPage.Open(office, address, "jieun");
            var supervisor = await DeskPage.Open(above, address, "minho");
            var chat = await ChatPage.Open(shop, address);
            await chat.Hears("주전자가 깨져서 왔어요. 반품하고 싶어요", "본인 확인");
            await chat.Hears("20261118-0001003 010-0000-1234", "어떤 상품을 반품하시겠어요?");
            await chat.Hears("무선 주전자(블루)", "사진을 보내 주시겠어요?");
            await chat.Hears("없어요", "대기 순서는 1번째");
            await agent.Accepts();
            await agent.Presses("예외로 승인하기");
            await agent.Knows("내 한도를 넘어서 관리자에게 물었어요.");
            await agent.Page.ReloadAsync();
            await agent.Page.Locator(".items button").ClickAsync();
            await agent.Knows("내 한도를 넘어서 관리자에게 물었어요.");
            await Assertions.Expect(agent.Page.GetByRole(AriaRole.Button, new() { Name = "예외로 승인하기", Exact = true })).ToBeDisabledAsync();

            await Assertions.Expect(supervisor.Page.Locator(".approvals")).ToContainTextAsync("39,000");
            await Assertions.Expect(supervisor.Page.Locator(".wall")).ToContainTextAsync("김하늘");
            await Accessibility.Check(supervisor.Page);
            await supervisor.Picture("desk-ko-wall.png");
            await supervisor.Presses("승인");
            await agent.Knows("예외로 승인됨");
            await supervisor.Presses("지켜보기");
            await supervisor.Sees("무선 주전자(블루)");
            await Accessibility.Check(supervisor.Page);
            await supervisor.Picture("desk-ko-listening.png");
            await supervisor.Page.Locator("textarea[name=note]").FillAsync("천천히 하세요");
            await supervisor.Presses("메모 남기기");
            await agent.Sees("천천히 하세요");

            await agent.Page.Keyboard.PressAsync("/");
            await agent.Page.Keyboard.InsertTextAsync("/인사");
            await agent.Page.Keyboard.PressAsync("Enter");
            await agent.Page.Keyboard.PressAsync("Control+Enter");
            await chat.Sees("김하늘 님, 안녕하세요. 상담원 이지은입니다.");
            await agent.Page.Keyboard.PressAsync("Escape");
            await agent.Hands("b", "다시 자동 상담 봇이에요.");
            await Assertions.Expect(agent.Page.Locator(".wrap-up")).ToContainTextAsync("김하늘");
            await agent.Picture("desk-ko-wrap-up.png");
            await agent.Presses("해결");
            await Assertions.Expect(agent.Page.Locator(".wrap-up")).ToHaveCountAsync(0);
            await chat.Hears("네", "언제 수거하러 갈까요?");
            await chat.Hears("내일이요", "예외로 승인한 반품이에요");
            agent.HasNoComplaints();
            supervisor.HasNoComplaints();
        }, "--Desk:AgentLimit", "10000");
    }

    [Fact]
    public async Task Hostile_words_are_words_wherever_they_are_shown()
    {
        const string hostile = "<img src=https://attacker.invalid/x onerror=alert(1)><script>alert(2)</script>";
        await using var shop = await browser.OpenWindow();
        await using var office = await browser.OpenWindow();
        await using var above = await browser.OpenWindow();
        await Serving(async address =>
        {
            var agent = await DeskPage.Open(office, address, "jieun");
            var supervisor = await DeskPage.Open(above, address, "minho");
            var chat = await ChatPage.Open(shop, address);
            await chat.Say($"상담원 {hostile}");
            await Assertions.Expect(agent.Page.Locator(".offer")).ToContainTextAsync(hostile);
            await agent.Accepts();
            await agent.Sees(hostile);
            await agent.Knows(hostile);
            await agent.Says(hostile);
            await agent.Page.Keyboard.PressAsync("n");
            await agent.Page.Keyboard.InsertTextAsync(hostile);
            await agent.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(agent.Page.Locator(".line.note")).ToContainTextAsync(hostile);
            await agent.Page.Keyboard.PressAsync("Escape");
            await supervisor.Page.Locator("input[name=text]").FillAsync(hostile);
            await supervisor.Page.Locator(".broadcast button").ClickAsync();
            await Assertions.Expect(agent.Page.Locator(".news")).ToContainTextAsync(hostile);
            await supervisor.Presses("지켜보기");
            await supervisor.Sees(hostile);
            foreach (var desk in new[] { agent, supervisor })
            {
                Assert.Equal(0, await desk.Page.Locator("script:not([src]), img[src*=attacker]").CountAsync());
                desk.HasNoComplaints();
            }
        });
    }

    [Fact]
    public async Task A_session_that_is_over_is_over_on_every_open_page()
    {
        await using var office = await browser.OpenWindow();
        BuiltWeb.OrSkip();
        await using var host = new DeskHost();
        var address = host.Serve();
        var desk = await DeskPage.Open(office, address, "jieun");
        var other = await office.NewPageAsync();
        await other.GotoAsync($"{address}/desk");
        await other.GetByRole(AriaRole.Button, new() { Name = "로그아웃" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".sign-in")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task The_link_of_the_first_start_makes_the_first_administrator_once()
    {
        await using var office = await browser.OpenWindow("en-GB");
        BuiltWeb.OrSkip();
        await using var host = new DeskHost { Demo = false };
        var address = host.Serve();
        var link = $"{address}/desk#first={host.Services.GetRequiredService<FirstAgents>().Invitation}";
        var page = await office.NewPageAsync();
        await page.GotoAsync(link);
        await page.Locator("input[name=login]").FillAsync("boss");
        await page.Locator("input[name=name]").FillAsync("Grace");
        await page.Locator("input[name=password]").FillAsync("a long password");
        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".inbox")).ToContainTextAsync("Grace");
        Assert.DoesNotContain("first=", page.Url, StringComparison.Ordinal);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(link);
        await page.ReloadAsync();
        await page.Locator("input[name=login]").FillAsync("second");
        await page.Locator("input[name=name]").FillAsync("Second");
        await page.Locator("input[name=password]").FillAsync("a long password");
        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".problem")).ToHaveTextAsync("This link was used already, or is over.");
    }

    private Task Serving(Func<string, Task> act, params string[] settings) => ServiceBotProcess.WhileServingAsync(
        directory.Path,
        address => act(address.ToString().TrimEnd('/')),
        ["--Shop:Demo", "true", "--Shop:Name", "하루상점", "--Shop:Clock", "2026-11-22T12:00:00+09:00", $"--contentRoot={Path.Combine(Repository.Root, "bot")}", .. settings]);
}
