using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class ActTests
{
    public static TheoryData<string, string> KoreanRows => Ear.Table(KoreanActs.Rows);

    public static TheoryData<string, string> EnglishRows => Ear.Table(EnglishActs.Rows);

    [Theory, MemberData(nameof(KoreanRows))]
    public void A_Korean_act_is_understood(string utterance, string acts) => Assert.Equal(acts, string.Join(' ', Ear.Korean(utterance).Acts));

    [Theory, MemberData(nameof(EnglishRows))]
    public void An_English_act_is_understood(string utterance, string acts) => Assert.Equal(acts, string.Join(' ', Ear.English(utterance).Acts));
}
