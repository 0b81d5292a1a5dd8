using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Tests.Desk;
using ServiceBot.Bot.Tests.Pages;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone.Texts;

/// <summary>A whole conversation by text message: what is asked is answered at once, and what an agent says later arrives as a message of its own.</summary>
public sealed class TextConversationTests(Telephones telephones, Browser browser) : IClassFixture<Telephones>, IClassFixture<Browser>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private int sent;

    [Fact]
    [Trait("Needs", "Chromium")]
    public async Task An_agent_writes_at_the_desk_and_the_customer_reads_it_on_the_telephone()
    {
        await using var office = await browser.OpenWindow("ko-KR", 1440);
        var jieun = await DeskPage.Open(office, telephones.Address, "jieun");
        var customer = telephones.NewNumber();
        Assert.Contains("본인 확인", await WriteAsync(customer, "반품하고 싶어요"));
        Assert.Contains("지금 대기 순서는 1번째예요", await WriteAsync(customer, "상담원 바꿔 주세요"));
        Assert.Empty(telephones.TextsTo(customer)); // the answer takes along what it says

        await jieun.Accepts();
        await jieun.Sees("반품하고 싶어요");
        await jieun.Says("안녕하세요, 이지은입니다. 어떤 물건인가요?");
        await ArrivedAsync(customer, "안녕하세요, 이지은입니다. 어떤 물건인가요?");
        await WriteAsync(customer, "파란 주전자요");
        await jieun.Sees("파란 주전자요");
        await jieun.Says("네, 바로 볼게요.");
        await ArrivedAsync(customer, "네, 바로 볼게요.");
        await Assertions.Expect(jieun.Page.Locator(".conversation")).ToContainTextAsync("문자");
        await jieun.Picture("desk-text-messages-ko.png");

        var texts = telephones.TextsTo(customer).ToArray();
        await telephones.Services.GetRequiredService<Deliveries>().LookAsync(Stop);
        await NothingWaitsAsync();
        Assert.Equal(texts, telephones.TextsTo(customer));
        Assert.Equal(texts.Length, texts.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    [Trait("Needs", "Chromium")]
    public async Task An_agent_sees_what_did_not_reach_a_customer_who_takes_no_messages_any_more()
    {
        await using var office = await browser.OpenWindow("ko-KR", 1440);
        var jieun = await DeskPage.Open(office, telephones.Address, "jieun");
        var customer = telephones.NewNumber();
        await WriteAsync(customer, "반품하고 싶어요");
        await WriteAsync(customer, "상담원 바꿔 주세요");
        await jieun.Accepts();
        const string greeting = "상담원 이지은이에요. 지금까지의 내용을 보고 있어요.\n1. 봇과 계속하기";
        await ArrivedAsync(customer, greeting);
        await telephones.Services.GetRequiredService<PhoneNetwork>().WriteAsync(customer, "+8225550100", "STOP", Stop);
        await jieun.Sees("STOP"); // who has not read what was said last is asked to read it first

        await jieun.Says("반품 신청을 도와드릴게요.");
        await jieun.Sees("고객에게 전달되지 않음 (고객의 채널이 받지 않아요): 반품 신청을 도와드릴게요.");
        await jieun.Says("전화로 연락드릴게요."); // and goes on
        await jieun.Sees("고객에게 전달되지 않음 (고객의 채널이 받지 않아요): 전화로 연락드릴게요.");
        await jieun.Picture("desk-text-refused-ko.png");

        Assert.Equal([greeting], telephones.TextsTo(customer));
        await NothingWaitsAsync();
    }

    [Fact]
    public async Task A_customer_who_writes_English_is_answered_in_it()
    {
        var customer = telephones.NewNumber();

        var said = await WriteAsync(customer, "I want to return something");

        Assert.Contains("postcode", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_the_page_is_told_that_it_goes_on_here()
    {
        var customer = telephones.NewNumber();
        await WriteAsync(customer, "I want to return something");

        Assert.Contains("You can go on right here", await WriteAsync(customer, "continue on the web"), StringComparison.Ordinal);
        Assert.Empty(telephones.TextsTo(customer));
    }

    private async Task<string> WriteAsync(string from, string words)
    {
        using var answer = await telephones.PostAsync("/twilio/sms", ("MessageSid", $"SM{from}{++sent}"), ("From", from), ("To", "+8225550100"), ("Body", words));
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    // The mark is written after the message has arrived.
    private async Task NothingWaitsAsync()
    {
        var store = telephones.Services.GetRequiredService<IContextStore>();
        for (var tries = 0; tries < 300 && !(await store.UndeliveredAsync(Stop)).IsEmpty; tries++) await Task.Delay(100, Stop);
        Assert.Empty(await store.UndeliveredAsync(Stop));
    }

    private async Task ArrivedAsync(string number, string words)
    {
        for (var tries = 0; tries < 300 && telephones.TextsTo(number).LastOrDefault() != words; tries++) await Task.Delay(100, Stop);
        Assert.Equal(words, telephones.TextsTo(number).LastOrDefault());
    }
}
