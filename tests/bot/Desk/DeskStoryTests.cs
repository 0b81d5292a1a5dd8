using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>A day at the shop in real browsers: two agents and a supervisor at their desks, a customer on the web chat in Korean, another on the telephone in English, all at once.</summary>
[Trait("Needs", "Chromium")]
public sealed class DeskStoryTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_return_is_finished_by_bot_and_agent_together_while_a_colleague_takes_a_call_and_a_supervisor_listens()
    {
        await using var shop = await browser.OpenWindow();
        await using var home = await browser.OpenWindow("en-GB");
        await using var jieunsOffice = await browser.OpenWindow(width: 1920, height: 1080);
        await using var jamesOffice = await browser.OpenWindow("en-GB");
        await using var minhosOffice = await browser.OpenWindow(width: 1920, height: 1080);
        await Serving(async address =>
        {
            var jieun = await DeskPage.Open(jieunsOffice, address, "jieun");
            var james = await DeskPage.Open(jamesOffice, address, "james");
            var minho = await DeskPage.Open(minhosOffice, address, "minho");
            await minho.Page.Locator(".inbox header select").First.SelectOptionAsync("meeting");

            // Half of the return is known when the bot may not decide what follows.
            var chat = await ChatPage.Open(shop, address);
            await chat.Hears("주전자가 깨져서 왔어요. 반품하고 싶어요", "본인 확인");
            await chat.Hears("20261118-0001003 010-0000-1234", "어떤 상품을 반품하시겠어요?");
            await chat.Hears("무선 주전자(블루)", "사진을 보내 주시겠어요?");
            await chat.Hears("없어요", "대기 순서는 1번째");
            await jieun.Accepts();
            await chat.Sees("상담원 이지은이에요");
            await jieun.Sees("주전자가 깨져서 왔어요. 반품하고 싶어요");
            await jieun.Knows("무선 주전자(블루)");
            await jieun.Knows("파손");

            var phone = await Phone.CallAsync(home, address);
            await phone.SaysAsync("I want to return a parcel");
            await phone.HearsAsync("I want to return a parcel");
            await phone.PressAsync("0");
            await phone.PressAsync("#");
            await Assertions.Expect(james.Page.Locator(".offer")).ToContainTextAsync("telephone");
            await james.Picture("story-offer-en.png");
            await james.Accepts();
            var bar = james.Page.Locator(".call-bar");
            await Assertions.Expect(bar).ToContainTextAsync("Your telephone rings");
            await james.Picture("story-ringing-en.png");
            await Accessibility.Check(james.Page);
            await phone.TakesUpAsync();
            await Assertions.Expect(bar).ToContainTextAsync("On the call");
            await Assertions.Expect(bar).ToContainTextAsync("Recording");
            await james.Picture("story-call-en.png");
            await Accessibility.Check(james.Page);

            await jieun.Corrects("반품할 상품 고치기", "무선 주전자(화이트)");
            await jieun.Presses("예외로 승인하기");
            await jieun.Knows("예외로 승인됨");
            await Accessibility.Check(jieun.Page);
            await jieun.Picture("story-approved-ko.png");

            await james.Page.Keyboard.PressAsync("h");
            await Assertions.Expect(bar).ToContainTextAsync("On hold");
            await james.Page.Keyboard.PressAsync("h");
            await Assertions.Expect(bar).ToContainTextAsync("On the call");
            await james.Page.Keyboard.PressAsync("p");
            await Assertions.Expect(bar).ToContainTextAsync("Recording paused");
            await james.Page.Keyboard.PressAsync("p");
            await james.Page.Keyboard.PressAsync("c");
            await Assertions.Expect(james.Page.Locator("dialog select")).ToContainTextAsync("박민호");
            await Accessibility.Check(james.Page);
            await james.Picture("story-colleague-en.png");
            await james.Page.Keyboard.PressAsync("Escape");

            await Assertions.Expect(minho.Page.Locator(".wall")).ToContainTextAsync("김하늘");
            await minho.Picture("story-wall-ko.png");
            await Accessibility.Check(minho.Page);
            await minho.Page.Locator(".wall tr").Filter(new() { HasText = "James" }).GetByRole(AriaRole.Button, new() { Name = "지켜보기" }).ClickAsync();
            await minho.Presses("통화 듣기");
            await phone.TakesUpAsync(presses: false);
            await phone.SaysAsync("Is anybody there?");
            await Assertions.Expect(phone.Other.Locator(".conversation")).ToContainTextAsync("Is anybody there?");
            await minho.Picture("story-listening-ko.png");
            await Accessibility.Check(minho.Page);
            await phone.Page.ScreenshotAsync(new() { Path = BuiltWeb.Picture("story-phone-en.png"), FullPage = true });

            await jieun.Delegates("수거 주소 봇에게 맡기기", "수거하러 갈까요?");
            await chat.Sees("상담원이 부탁한 것 하나만 제가 여쭤볼게요.");
            await chat.Hears("네", "이어서 상담원이 도와드릴게요.");
            await Assertions.Expect(jieun.Page.Locator(".facts").GetByText("수거 주소")).ToBeVisibleAsync();
            await jieun.Hands("b", "다시 자동 상담 봇이에요.");
            await chat.Sees("상담원과 정한 내용은");
            await chat.Sees("언제 수거하러 갈까요?");
            await chat.Hears("내일이요", "예외로 승인한 반품이에요");
            await chat.Hears("네", "R-20031");
            await chat.Hears("아니요, 없어요", "얼마나 만족스러우셨나요");
            await chat.Picture("story-chat-ko.png");

            await james.Hands("b", "It's the automated assistant again.");
            await phone.HearsAsync("It's the automated assistant again.");
            await Assertions.Expect(james.Page.Locator(".wrap-up")).ToBeVisibleAsync();
            await james.Presses("Resolved");
            await james.HasNothingOpen();
            await phone.HangsUpAsync();
            foreach (var desk in new[] { jieun, james, minho }) desk.HasNoComplaints();
            chat.HasNoComplaints();
        });
    }

    private Task Serving(Func<string, Task> act) => ServiceBotProcess.WhileServingAsync(
        directory.Path,
        address => act(address.ToString().TrimEnd('/')),
        ["--Shop:Demo", "true", "--Shop:Name", "하루상점", "--Shop:Clock", "2026-11-22T12:00:00+09:00", $"--contentRoot={Path.Combine(Repository.Root, "bot")}"]);

    /// <summary>The page /phone, whose visitor calls the shop and plays the telephones of its people.</summary>
    private sealed class Phone(IPage page)
    {
        public IPage Page => page;

        /// <summary>The telephone that rang last.</summary>
        public ILocator Other => page.Locator(".other-phone").First;

        private ILocator Caller => page.Locator(".handset");

        /// <summary>Calls from a number that nobody knows, and chooses English.</summary>
        public static async Task<Phone> CallAsync(IBrowserContext window, string address)
        {
            var phone = new Phone(await window.NewPageAsync());
            await phone.Page.GotoAsync($"{address}/phone");
            await phone.Page.Locator("#from").SelectOptionAsync("+821000006789");
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
            await Assertions.Expect(phone.Caller.Locator(".conversation")).ToContainTextAsync("무엇을 도와드릴까요?");
            await phone.PressAsync("9");
            await phone.HearsAsync("For a person, press");
            return phone;
        }

        public async Task SaysAsync(string words)
        {
            await page.Locator("#said").FillAsync(words);
            await page.Locator("#said").PressAsync("Enter");
        }

        public Task PressAsync(string key) => Key(Caller, key).ClickAsync();

        public Task HearsAsync(string words) => Assertions.Expect(Caller.Locator(".conversation")).ToContainTextAsync(words);

        /// <summary>The telephone that rings is answered, and the call taken by its key.</summary>
        public async Task TakesUpAsync(bool presses = true)
        {
            await Other.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
            if (presses) await Key(Other, "1").ClickAsync();
        }

        public Task HangsUpAsync() => Caller.Locator(".hang-up").ClickAsync();

        private static ILocator Key(ILocator phone, string key) => phone.Locator(".keypad button").Filter(new() { HasText = key }).First;
    }
}
