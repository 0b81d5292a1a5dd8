namespace ServiceBot.Dialogs.Tests.Repair;

public class AskTests : Talk
{
    [Fact]
    public async Task Repeat_says_the_question_again_as_it_was()
    {
        var first = await UpToReason();
        Assert.Equal(first, await Say("다시 말해 주세요"));
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task Help_says_what_can_be_done_and_asks_on()
    {
        await UpToReason();
        var said = await Say("도움말");
        Tells("상담원", said);
        Tells("이유가 무엇인가요", said);
    }

    [Fact]
    public async Task Why_is_answered_with_the_reason_for_this_very_question()
    {
        await UpToReason();
        var said = await Say("그걸 왜 물어보세요?");
        Tells("반품 배송비를 누가 내는지", said);
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task One_moment_is_granted_without_asking_again()
    {
        await UpToReason();
        var said = await Say("잠깐만요");
        Tells("천천히 하세요", said);
        Assert.DoesNotContain("무엇인가요", said, StringComparison.Ordinal);
        await Say("마음이 바뀌었어요");
        Assert.Equal("return/PickupAddress", State);
    }

    [Fact]
    public async Task It_never_pretends_to_be_a_person()
    {
        await UpToReason();
        Tells("저는 사람이 아니라", await Say("혹시 사람이에요?"));
    }
}
