namespace ServiceBot.Conversations.Scripts;

public class ScriptReaderTests
{
    [Fact]
    public void A_line_of_no_known_kind_is_told_with_file_and_line() =>
        Assert.Equal("a.script:3: 'bott:' begins no line; known are start, 손님:, 봇:, 봇이-안-하는-말:, 사진:, 선택:, 누름:, 침묵, customer:, bot:, bot-not:, photo:, choose:, keys:, silence, later, shop, and clock and policy at the top",
            Error("start en\ncustomer: hi\nbott: hello"));

    [Fact]
    public void A_script_that_expects_nothing_is_refused() =>
        Assert.Equal("a.script:2: nothing is expected: write what the bot must say, or how the shop must look", Error("start en\ncustomer: hi"));

    [Fact]
    public void A_conversation_begins_with_its_start() => Assert.StartsWith("a.script:2: ", Error("# remark\ncustomer: hi\nbot: hello"), StringComparison.Ordinal);

    [Fact]
    public void The_clock_is_set_before_the_conversation() => Assert.Contains("not in it", Error("start en\nclock 2026-11-24 10:00\nbot: hi"), StringComparison.Ordinal);

    [Fact]
    public void A_span_has_a_unit() => Assert.Contains("not by '3 weeks'", Error("start en\nlater 3 weeks\nbot: hi"), StringComparison.Ordinal);

    [Fact]
    public void An_answer_may_have_to_hold_several_fragments()
    {
        var script = ScriptReader.Read("a.script", "start ko\n봇: 하나 | 둘");
        Assert.Equal(["하나", "둘"], Assert.IsType<Hears>(script.Lines[1]).Fragments);
    }

    private static string Error(string text) => Assert.Throws<ScriptException>(() => ScriptReader.Read("a.script", text)).Message;
}
