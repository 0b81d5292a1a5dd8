using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.CtiAdapter.Tests.Vru;

/// <summary>What keys mean.</summary>
public class KeypadTests
{
    private static readonly Expectation FiveWishes = new("wish", ExpectedKind.Choice)
    {
        Options = [new("return", "반품"), new("order.status", "배송 조회"), new("person", "상담원 연결"), new("refund.status", "환불 진행 확인"), new("complaint", "불만 접수")],
    };

    [Fact]
    public void A_menu_reads_three_at_most_and_leads_on_with_the_third()
    {
        var menu = Keypad.For(FiveWishes);

        Assert.Equal([0, 1], menu.Options);
        Assert.Equal(3, menu.Rest);
        Assert.True(Keypad.AsksForRest(menu, "3"));
        Assert.Equal([3, 4], Keypad.For(FiveWishes, 3).Options);
        Assert.Null(Keypad.For(FiveWishes, 3).Rest);
    }

    [Fact]
    public void A_key_means_what_this_menu_called_it() =>
        Assert.Equal(new Pressed { Option = 4 }, Keypad.Read(Keypad.For(FiveWishes, 3), "2"));

    [Theory]
    [InlineData("0", DialogAct.Person)]
    [InlineData("*", DialogAct.Repeat)]
    [InlineData("#", DialogAct.Back)]
    [InlineData("**", DialogAct.Back)]
    public void These_keys_mean_the_same_everywhere(string keys, DialogAct act)
    {
        foreach (var kind in Enum.GetValues<KeyKind>()) Assert.Equal(new Pressed { Act = act }, Keypad.Read(new(kind), keys));
    }

    [Theory]
    [InlineData(ExpectedKind.Identity)]
    [InlineData(ExpectedKind.Phone)]
    [InlineData(ExpectedKind.Postcode)]
    [InlineData(ExpectedKind.Account)]
    public void Numbers_are_entered_whole(ExpectedKind kind) =>
        Assert.Equal(new Utterance("01012345678"), Keypad.Read(Keypad.For(new("x", kind)), "01012345678"));

    [Fact]
    public void One_is_yes_and_two_is_no()
    {
        var keys = Keypad.For(new("confirm", ExpectedKind.YesNo));
        Assert.Equal(new Pressed { Answer = YesNo.Yes }, Keypad.Read(keys, "1"));
        Assert.Equal(new Pressed { Answer = YesNo.No }, Keypad.Read(keys, "2"));
    }

    [Theory]
    [InlineData("ko-KR", DialogAct.SpeakEnglish)]
    [InlineData("en-US", DialogAct.SpeakKorean)]
    public void Nine_changes_the_language_at_every_menu(string locale, DialogAct act) =>
        Assert.Equal(new Pressed { Act = act }, Keypad.Input(new CallState("c", 3) { Locale = locale, Keys = Keypad.For(FiveWishes) }, "9"));

    [Fact]
    public void Nine_is_a_digit_of_a_number() =>
        Assert.Equal(new Utterance("9"), Keypad.Input(new CallState("c", 3) { Keys = Keypad.For(new("x", ExpectedKind.Phone)) }, "9"));

    [Fact]
    public void No_key_at_all_is_silence() => Assert.Equal(new Silence(), Keypad.Read(new(KeyKind.Menu), ""));

    [Fact]
    public void A_key_that_a_menu_has_not_chooses_nothing() =>
        Assert.True(Keypad.Read(Keypad.For(FiveWishes), "7") is Pressed { Option: > 100 });
}
