using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>What people read of a case: the customer's words, without what only programs understand.</summary>
public sealed class CaseSummaryTests
{
    [Fact]
    public void Of_a_summary_by_the_bot_people_read_what_the_customer_said() =>
        Assert.Equal("주전자가 깨졌어요\n전화 주세요", CaseSummary.WordsOf("return / Reason\n- reason: damaged (said)\nmood: angry\n> 주전자가 깨졌어요\n> 전화 주세요"));

    [Fact]
    public void Any_other_text_is_read_as_it_is() => Assert.Equal("음성 메시지를 남겼어요(4초).", CaseSummary.WordsOf("음성 메시지를 남겼어요(4초)."));
}
