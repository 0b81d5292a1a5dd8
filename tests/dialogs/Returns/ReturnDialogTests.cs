using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Returns;

public class ReturnDialogTests
{
    private readonly World _world = new();

    private async Task Tell(params string[] lines)
    {
        foreach (var line in lines) await _world.Say(line);
    }

    [Fact]
    public async Task Three_facts_in_one_message_are_not_asked_for_again()
    {
        await Tell("20261115-0000001에서 산 파란색 주전자가 사이즈가 안 맞아서 반품하고 싶어요", "010-0000-1234");
        Assert.Equal(("return", "PickupAddress"), (_world.Last.Dialog, _world.Last.State));
    }

    [Fact]
    public async Task A_yes_at_the_read_back_opens_the_return_once_and_gives_a_receipt()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "네", "첫 번째");
        Assert.Equal("ReadBack", _world.Last.State);
        var said = await _world.Say("네");
        var opened = Assert.IsType<OpenReturn>(Assert.Single(_world.Shop.Ran).Value);
        Assert.Equal(["L1"], opened.Lines.Select(line => line.LineId));
        Assert.Contains("R-20417", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_item_is_corrected_at_the_read_back_and_only_it_changes()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "네", "첫 번째");
        var said = await _world.Say("아니 하얀 주전자요");
        Assert.Equal("ReadBack", _world.Last.State);
        Assert.Contains("반품할 상품을 바꿨어요", said, StringComparison.Ordinal);
        Assert.Contains("화이트", said, StringComparison.Ordinal);
        await _world.Say("네");
        Assert.Equal(["L2"], Assert.IsType<OpenReturn>(Assert.Single(_world.Shop.Ran).Value).Lines.Select(line => line.LineId));
    }

    [Fact]
    public async Task The_same_event_again_gets_the_same_reply_and_does_nothing()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "네", "첫 번째");
        var first = await _world.Say("네", "yes-1");
        var again = await _world.Say("네", "yes-1");
        Assert.Equal(first, again);
        Assert.Single(_world.Shop.Ran);
    }

    [Fact]
    public async Task Stopping_says_that_nothing_was_done()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요");
        var said = await _world.Say("그만할래요");
        Assert.Contains("진행되거나 변경된 것은 없어요", said, StringComparison.Ordinal);
        Assert.Equal("welcome", _world.Last.Dialog);
        Assert.Empty(_world.Shop.Ran);
    }

    [Fact]
    public async Task Going_back_asks_the_last_question_again()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요");
        await _world.Say("이전으로");
        Assert.Equal("Reason", _world.Last.State);
    }

    [Fact]
    public async Task A_person_is_there_in_any_state_and_the_return_goes_on_after()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요");
        var said = await _world.Say("상담원 바꿔주세요");
        Assert.Contains("C-10023", said, StringComparison.Ordinal);
        Assert.Contains("반품은 아직 끝나지 않았어요", said, StringComparison.Ordinal);
        await _world.Say("네");
        Assert.Equal(("return", "Reason"), (_world.Last.Dialog, _world.Last.State));
    }

    [Fact]
    public async Task The_third_miss_brings_a_person()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "얄라셩", "얄리얄리");
        Assert.Equal("Reason", _world.Last.State);
        await _world.Say("얄라");
        Assert.Equal("failures", Assert.IsType<OpenCase>(Assert.Single(_world.Shop.Ran).Value).Trigger);
    }

    [Fact]
    public async Task Every_turn_replays_from_the_journal_to_the_same_words()
    {
        await Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "네", "첫 번째", "네");
        var outcome = JournalReplay.Run(_world.Runner, _world.Store.Journal);
        Assert.Empty(outcome.Differences);
        Assert.Equal(_world.Context.Version, outcome.Turns);
    }

    [Fact]
    public async Task It_speaks_English_to_whoever_writes_English()
    {
        await Tell("Hi, I'd like to return the blue kettle, it arrived broken", "my order is 20261115-0000001 and my email is haneul@example.com");
        Assert.Equal("en-US", _world.Last.Locale);
        Assert.Equal(ExpectedKind.Photo, _world.Last.Expecting.Kind);
    }

    [Fact]
    public async Task A_name_in_another_script_is_no_change_of_language()
    {
        await Tell("Hi, I'd like to return the blue kettle, it arrived broken", "김하늘, 04524");
        Assert.Equal("en-US", _world.Last.Locale);
    }
}
