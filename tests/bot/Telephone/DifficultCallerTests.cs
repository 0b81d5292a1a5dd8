namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>Callers who are impatient, silent, hard to hear, change their mind, or are cut off.</summary>
public sealed class DifficultCallerTests : IDisposable
{
    private readonly Telephones telephones = new();

    public void Dispose() => telephones.Dispose();

    [Fact]
    public async Task Whoever_presses_0_gets_a_person()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("0");
        call.Hears("지금은 연결할 수 있는 상담원이 없어요", "연락받기는 일번");
        await call.PressAsync("1");
        call.Hears("담당자가", "연락드릴게요", "접수번호는 씨", "다시 설명하지 않으셔도 돼요");
    }

    [Fact]
    public async Task Whoever_keeps_pressing_0_while_nobody_is_there_is_called_back_and_hears_no_menu_for_ever()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("0");
        await call.PressAsync("0");
        call.Hears("연락받기는 일번");
        await call.PressAsync("0");
        call.Hears("담당자가", "연락드릴게요", "접수번호는 씨");
    }

    [Theory]
    [InlineData("2026-11-24T12:20:00+09:00", "점심시간", "오후 한 시부터 다시")]
    [InlineData("2026-11-24T21:00:00+09:00", "상담 시간이 아니에요", "오전 아홉 시부터 오후 여섯 시까지", "점심시간이에요")]
    [InlineData("2027-02-08T10:00:00+09:00", "공휴일", "설날", "쉬어요")]
    public async Task Whoever_wants_a_person_while_nobody_works_hears_why_and_from_when(string time, params string[] words)
    {
        using var closed = new Telephones(("Shop:Clock", time));
        var call = await closed.CallAsync();
        await call.PressAsync("0");
        call.Hears(words);
        call.Hears("연락받기는 일번", "음성 메시지 남기기는 이번");
        await call.PressAsync("2");
        call.Hears("접수번호는 씨", "삐 소리 뒤에");
        await call.SayAsync("내일 오후에 전화 주세요");
        await call.PressAsync("#");
        call.Hears("더 도와드릴 일이 있을까요?");
        Assert.Equal("voicemail", Assert.Single(await closed.RecordingsAsync(call)).Kind);
    }

    [Fact]
    public async Task Whoever_keeps_silent_is_asked_in_other_words_then_by_keys_then_gets_a_person()
    {
        var call = await telephones.CallAsync();
        var heard = new List<string> { call.Heard };
        for (var silences = 0; silences < 3; silences++) heard.Add(await call.SilenceAsync());

        Assert.Equal(heard.Count, heard.Distinct(StringComparer.Ordinal).Count());
        call.Hears("전화기 버튼으로 골라 주세요", "반품은 일번");
        Assert.Contains("input=\"dtmf\"", call.Answers[^1].Document);
        await call.SilenceAsync();
        call.Hears("담당자가 이어서 도와드릴게요", "연락받기는 일번");
        await call.PressAsync("1");
        call.Hears("접수번호는 씨");
    }

    [Fact]
    public async Task Whoever_says_nothing_more_once_all_is_done_hears_goodbye_and_brings_nobody_again()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("0");
        await call.PressAsync("1");
        call.Hears("접수번호는 씨", "더 도와드릴 일이 있을까요?");
        await call.SilenceAsync();
        await call.SilenceAsync();
        call.Hears("그냥 끊으셔도 돼요");
        await call.SilenceAsync();
        call.Hears("이용해 주셔서 감사해요");
        await call.EndsAsync();
    }

    [Fact]
    public async Task Whoever_goes_back_from_the_first_menu_hears_that_there_is_no_step_before_it()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("#");
        call.Hears("여기가 처음이라 더 돌아갈 수 없어요", "무엇을 도와드릴까요?");
    }

    [Fact]
    public async Task Whoever_mumbles_is_asked_again_in_other_words_then_by_keys()
    {
        var call = await telephones.CallAsync();
        var first = await call.SayAsync("음 그 저기", 0.2);
        var second = await call.SayAsync("반품", 0.3);
        Assert.NotEqual(first, second);
        await call.SayAsync("반품하고 싶어요", 0.6);
        call.Hears("'반품하고 싶어요'라고 하셨나요?");
        await call.SayAsync("네", 0.7);
        call.Hears("본인 확인");
    }

    [Fact]
    public async Task Whoever_is_cut_off_and_calls_back_goes_on_where_it_was()
    {
        var number = telephones.NewNumber();
        var first = await telephones.CallAsync(number);
        await first.SayAsync("반품하고 싶어요");
        await first.PressAsync("202611200001003#");
        await first.PressAsync("01000001234#");
        await first.SayAsync("블루 주전자요");
        await first.HangUpAsync();
        var again = await telephones.CallAsync(number);
        again.Hears("자동 상담 봇", "반품은 아직 끝나지 않았어요. 이어서 할까요?");
        Assert.DoesNotContain("김하늘", again.Heard);
        await again.SayAsync("네");
        again.Hears("본인 확인");
        await again.PressAsync("202611200001003#");
        await again.PressAsync("01000001234#");
        again.Hears("김하늘 님", "무선 주전자(블루)를 반품하시려는 이유");
    }

    [Fact]
    public async Task Whoever_changes_the_item_at_the_read_back_hears_the_new_one()
    {
        var call = await telephones.CallAsync();
        await call.SayAsync("반품하고 싶어요");
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        await call.SayAsync("블루 주전자요");
        await call.SayAsync("마음이 바뀌었어요");
        await call.SayAsync("네");
        await call.SayAsync("첫 번째요");
        await call.SayAsync("아니 화이트 주전자요");
        call.Hears("반품할 상품을 바꿨어요", "무선 주전자(화이트)", "이대로 진행할까요?");
        await call.SayAsync("네");
        call.Hears("무선 주전자(화이트) 반품을 접수했어요");
    }

    [Fact]
    public async Task A_document_that_is_asked_for_again_is_the_same()
    {
        var call = await telephones.CallAsync();
        await call.SayAsync("반품하고 싶어요");
        await call.Network.RedeliverAsync(TestContext.Current.CancellationToken);

        Assert.Equal(call.Answers[^2].Document, call.Answers[^1].Document);
    }

    [Fact]
    public async Task The_language_is_offered_once_and_remembered()
    {
        var number = telephones.NewNumber();
        var first = await telephones.CallAsync(number);
        await first.PressAsync("9");
        first.Hears("How can I help you?");
        await first.HangUpAsync();

        var second = await telephones.CallAsync(number);

        second.Hears("Hello, I'm an automated assistant.", "How can I help you?");
        Assert.DoesNotContain("9번", second.Heard);
    }

    [Fact]
    public async Task Whoever_withholds_the_number_is_served_and_not_remembered()
    {
        var first = await telephones.CallAsync("anonymous");
        await first.SayAsync("반품하고 싶어요");
        await first.HangUpAsync();

        var second = await telephones.CallAsync("anonymous");

        second.Hears("무엇을 도와드릴까요?");
        Assert.DoesNotContain("이어서 할까요", second.Heard);
    }

    [Fact]
    public async Task A_yes_to_money_that_nobody_knows_how_surely_was_heard_needs_a_key()
    {
        var call = await telephones.CallAsync();
        await call.SayAsync("반품하고 싶어요");
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        await call.SayAsync("블루 주전자요");
        await call.SayAsync("마음이 바뀌었어요");
        await call.SayAsync("네");
        await call.SayAsync("첫 번째요");
        call.Hears("이대로 진행할까요?");
        await call.SayAsync("네", null);
        call.Hears("1번을 눌러 주세요");
        await call.PressAsync("1");
        call.Hears("반품을 접수했어요");
    }
}
