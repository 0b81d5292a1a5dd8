using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Repair;

/// <summary>What was not heard surely is not acted on.</summary>
public class DoubtTests
{
    private readonly World _world = new() { Channel = new Channel("voice") { Speaks = true } };

    [Fact]
    public async Task Words_heard_well_are_taken()
    {
        await _world.Start();
        Assert.Contains("본인 확인", await _world.Speak("반품할래요", 0.8));
    }

    [Fact]
    public async Task Words_heard_faintly_are_asked_about_and_a_yes_takes_them()
    {
        await _world.Start();
        Assert.Equal("'반품할래요'라고 하셨나요?", await _world.Speak("반품할래요", 0.6));
        Assert.Contains("본인 확인", await _world.Speak("네", 0.5));
    }

    [Fact]
    public async Task A_no_asks_again_in_other_words()
    {
        await _world.Start();
        await _world.Speak("반품할래요", 0.6);
        Assert.Equal("어떤 일로 오셨나요?", Question(await _world.Speak("아니요")));
    }

    [Fact]
    public async Task Other_words_stand_in_for_the_doubted_ones()
    {
        await _world.Start();
        await _world.Speak("환불 얼마나 걸려요", 0.5);
        Assert.Contains("본인 확인", await _world.Speak("반품할래요"));
    }

    [Fact]
    public async Task Words_hardly_heard_at_all_are_not_used()
    {
        await _world.Start();
        Assert.Equal("어떤 일로 오셨나요?", Question(await _world.Speak("반품할래요", 0.3)));
        Assert.Empty(_world.Context.Stack);
    }

    [Fact]
    public async Task Who_one_is_is_confirmed_however_well_it_was_heard()
    {
        await _world.Start();
        await _world.Speak("반품할래요");
        Assert.Equal("전화번호 010-0000-1234,\n우편번호 04524,\n맞으세요?", await _world.Speak("010-0000-1234, 04524", 0.99));
        Assert.Null(_world.Context.CustomerId);
    }

    [Fact]
    public async Task Who_one_is_needs_no_confirming_where_it_was_keyed()
    {
        await _world.Start();
        await _world.Speak("반품할래요");
        Assert.Contains("주문번호", await _world.Say("01000001234"));
    }

    [Fact]
    public async Task A_person_is_brought_without_a_doubt()
    {
        await _world.Start();
        Assert.DoesNotContain("하셨나요", await _world.Speak("상담원 연결해 주세요", 0.5));
    }

    [Fact]
    public async Task A_yes_of_unknown_sureness_binds_to_nothing_before_a_key_confirms_it()
    {
        await AtTheReadBack();

        Assert.Equal("진행하는 데 동의하시면 1번을 눌러 주세요.", await _world.Speak("네", 0));
        Assert.Contains("1번을 누르시면", await _world.Speak("네", 0));
        Assert.Empty(_world.Shop.Ran);
        Assert.Contains("접수번호", await _world.Take(new Pressed { Answer = YesNo.Yes }, null));
        Assert.Single(_world.Shop.Ran);
    }

    [Fact]
    public async Task A_faint_yes_is_said_twice()
    {
        await AtTheReadBack();

        Assert.Equal("'네'라고 하셨나요?", await _world.Speak("네", 0.5));
        Assert.Contains("접수번호", await _world.Speak("네", 0.5));
    }

    [Fact]
    public async Task The_doubt_is_repeated_when_asked_to()
    {
        await _world.Start();
        await _world.Speak("반품할래요", 0.6);
        Assert.Equal("'반품할래요'라고 하셨나요?", await _world.Take(new Pressed { Act = DialogAct.Repeat }, null));
    }

    private async Task AtTheReadBack()
    {
        await _world.Start();
        await _world.Tell("20261115-0000001 머그컵 반품할래요 단순변심이에요", "20261115-0000001, 010-0000-1234", "네");
        var choices = 0;
        while (_world.Context.Top?.State != "ReadBack" && choices++ < 4) await _world.Take(new Pressed { Option = 0 }, null);
        Assert.Equal("ReadBack", _world.Context.Top?.State);
    }

    private static string Question(string said) => said.Split('\n').First(line => line.EndsWith('?'));
}
