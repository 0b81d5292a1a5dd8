using Microsoft.Playwright;
using ServiceBot.Bot.Tests.Hosting;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>The program as it is started, with its demo shop, used by a customer in a browser from hello to receipt.</summary>
[Trait("Needs", "Chromium")]
public sealed class WholeBotTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_customer_returns_a_broken_kettle_in_Korean()
    {
        await using var window = await browser.OpenWindow();
        await Serving(async address =>
        {
            var chat = await ChatPage.Open(window, address);
            await chat.Sees("무엇을 도와드릴까요?");
            await chat.Hears("제 택배 지금 어디쯤 왔어요?", "본인 확인");
            await chat.Hears("20261118-0001003 010-0000-1234", "김하늘 님, 확인되었어요.");
            await chat.Hears("주전자가 깨져서 왔어요. 반품하고 싶어요", "어떤 상품을 반품하시겠어요?");
            await chat.Picture("whole-ko-items.png");
            await chat.SuggestedActions.Filter(new() { HasText = "무선 주전자(블루)" }).ClickAsync();
            await chat.Sees("사진을 보내 주시겠어요?");
            await chat.SendPhoto("깨진 주전자.png");
            await chat.Sees("수거하러 갈까요?");
            await chat.Hears("네", "언제 수거하러 갈까요?");
            await chat.Hears("내일이요", "무선 주전자(블루)를 반품할게요.");
            await chat.Hears("아니요, 흰색 주전자로 바꿔 주세요", "반품할 상품을 바꿨어요.");
            await chat.SendPhoto("깨진 흰 주전자.png");
            await chat.Sees("무선 주전자(화이트)를 반품할게요.");
            await chat.Hears("환불은 얼마나 걸려요?", "신용카드: 환불한 뒤 영업일 3일에서 7일");
            await chat.Sees("이대로 진행할까요?");
            await chat.Picture("whole-ko-readback.png");
            await chat.Hears("네", "R-20031");
            await chat.Picture("whole-ko-receipt.png");
            chat.HasNoComplaints();

            await chat.Page.CloseAsync();
            var later = await ChatPage.Open(window, address);
            await later.Sees("R-20031");
            await later.Hears("반품 어떻게 됐어요?", "R-20031 반품은 지금 수거 예약 상태예요.");
            await later.Picture("whole-ko-later.png");
        });
    }

    [Fact]
    public async Task A_customer_returns_a_broken_kettle_in_English()
    {
        await using var window = await browser.OpenWindow("en-GB", 360, 740);
        await Serving(async address =>
        {
            var chat = await ChatPage.Open(window, address);
            await chat.Sees("How can I help you?");
            await chat.Hears("Where is my parcel?", "First I need to check who you are.");
            await chat.Hears("20261118-0001003 and 010-0000-1234", "Thank you, 김하늘.");
            await chat.Hears("I want to return something from order 20261118-0001003", "return?");
            await chat.Picture("whole-en-items.png");
            await chat.SuggestedActions.Filter(new() { HasText = "Cordless Kettle (blue)" }).ClickAsync();
            await chat.Hears("It came broken", "photo");
            await chat.SendPhoto("kettle.png");
            await chat.Sees("Shall the courier collect it");
            await chat.Hears("yes", "When should the courier come?");
            await chat.Hears("tomorrow", "Shall I go ahead?");
            await chat.Hears("no, the white kettle please", "photo");
            await chat.SendPhoto("white kettle.png");
            await chat.Sees("Cordless Kettle (white)");
            await chat.Picture("whole-en-readback.png");
            await chat.Hears("How long does a refund take?", "Back to your return, then.");
            await chat.Hears("yes", "Your receipt is R-20031.");
            await Assertions.Expect(chat.Messages.Last).ToBeInViewportAsync();
            await chat.Picture("whole-en-receipt.png");
            chat.HasNoComplaints();

            await chat.Page.CloseAsync();
            var later = await ChatPage.Open(window, address);
            await later.Hears("How is my return going?", "Return R-20031: pickup booked.");
        });
    }

    private Task Serving(Func<string, Task> act) => ServiceBotProcess.WhileServingAsync(
        directory.Path,
        address => act(address.ToString().TrimEnd('/')),
        "--Shop:Demo", "true", "--Shop:Name", "하루상점", "--Shop:Clock", "2026-11-22T12:00:00+09:00", $"--contentRoot={Path.Combine(Repository.Root, "bot")}");
}
