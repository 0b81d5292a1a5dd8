using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>Who left something unfinished at the chat page goes on with that very conversation by telephone; nobody else hears anything of it.</summary>
public sealed class UnfinishedOnWebTests : IAsyncLifetime
{
    private const string Own = "+821000001234";
    private readonly Telephones telephones = new();
    private WebVisitor web = null!;

    public async ValueTask InitializeAsync()
    {
        web = await WebVisitor.OpenAsync(telephones.Address);
        await web.SayAsync("반품할래요");
        await web.SayAsync("20261120-0001003, 010-0000-1234");
        Assert.Contains("이유", await web.SayAsync("블루 주전자"));
        var book = telephones.Services.GetRequiredService<ConversationBook>();
        for (var tries = 0; (await book.OfAsync(await CustomerAsync(), Stop)).Count == 0; tries++)
        {
            Assert.True(tries < 300, "The conversation was not noted within 30 s.");
            await Task.Delay(100, Stop);
        }
    }

    public ValueTask DisposeAsync()
    {
        web.Dispose();
        telephones.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_number_that_the_shop_knows_hears_that_there_is_something_and_what_it_is_only_once_identity_is_proven()
    {
        var call = await telephones.CallAsync(Own);
        call.Hears("끝내지 않으신 상담이 있어요. 이어서 할까요?");
        HearsNothingOfIt(call);
        await call.PressAsync("1");
        call.Hears("본인 확인");
        HearsNothingOfIt(call);
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        call.Hears("김하늘 님", "주전자", "반품을 이어서 할게요", "이유");
        await call.SayAsync("마음이 바뀌었어요");
        call.Hears("수거하러 갈까요?");

        var page = await web.SeesAsync();
        Assert.Contains("이어서 할게요", page, StringComparison.Ordinal);
        Assert.Contains("마음이 바뀌었어요", page, StringComparison.Ordinal);
        Assert.Contains("언제", await web.SayAsync("네"), StringComparison.Ordinal);
        await call.HangUpAsync();
        Assert.DoesNotContain("voice", (await ContextAsync()).Channels.Keys);
    }

    [Fact]
    public async Task From_another_number_it_is_offered_after_the_proof_and_may_be_left_alone()
    {
        var call = await telephones.CallAsync();
        Assert.DoesNotContain("끝내지 않으신", call.Heard, StringComparison.Ordinal);
        await call.SayAsync("배송 어디쯤이에요");
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        call.Hears("김하늘 님", "웹에서", "주전자", "반품", "하시던 중이었어요. 이어서 할까요?");
        await call.PressAsync("2");
        Assert.DoesNotContain("이유", call.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("voice", (await ContextAsync()).Channels.Keys);
    }

    [Fact]
    public async Task Somebody_else_with_that_telephone_hears_nothing_of_it_and_is_told_that_there_is_nothing()
    {
        var call = await telephones.CallAsync(Own);
        await call.PressAsync("1");
        await call.SayAsync("이도윤이고 우편번호는 사팔공오팔이에요");
        await call.SayAsync("네 맞아요");
        call.Hears("이어서 할 상담이 남아 있지 않아요");
        HearsNothingOfIt(call);
        Assert.DoesNotContain("voice", (await ContextAsync()).Channels.Keys);
    }

    [Fact]
    public async Task A_withheld_number_gets_no_hint()
    {
        var call = await telephones.CallAsync("anonymous");
        Assert.DoesNotContain("끝내지 않으신", call.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_that_joins_may_be_delivered_twice()
    {
        var call = await telephones.CallAsync(Own);
        await call.PressAsync("1");
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        await call.Network.RedeliverAsync(Stop);
        var twice = call.Answers.TakeLast(2).Select(answer => answer.Document).ToArray();
        Assert.Equal(twice[0], twice[1]);
        Assert.Equal(1, (await web.SeesAsync()).Split("이어서 할게요").Length - 1);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void HearsNothingOfIt(PhoneCall call) => Assert.DoesNotContain("주전자", call.Story, StringComparison.Ordinal);

    private async Task<ConversationContext> ContextAsync() =>
        (await telephones.Services.GetRequiredService<IContextStore>().LoadAsync(web.Conversation, "voice", "", Stop)).Context ?? throw new InvalidOperationException("No conversation.");

    private async Task<string> CustomerAsync() => (await ContextAsync()).CustomerId ?? throw new InvalidOperationException("Nobody was verified.");
}
