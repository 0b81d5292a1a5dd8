using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class IntentTests
{
    public static TheoryData<string, string> KoreanRows => Ear.Table(KoreanWishes.Rows);

    public static TheoryData<string, string> EnglishRows => Ear.Table(EnglishWishes.Rows);

    [Theory, MemberData(nameof(KoreanRows))]
    public void A_Korean_wish_is_understood(string utterance, string wish) => Assert.Equal(wish, Ear.Wishes(Ear.Korean(utterance)));

    [Theory, MemberData(nameof(EnglishRows))]
    public void An_English_wish_is_understood(string utterance, string wish) => Assert.Equal(wish, Ear.Wishes(Ear.English(utterance)));

    [Fact]
    public void Damage_on_arrival_may_also_be_a_complaint()
    {
        var heard = Ear.Korean("주전자가 깨져서 왔어요");
        Assert.Equal([Intents.Return, Intents.Complaint], heard.Intents.Take(2).Select(candidate => candidate.Intent));
        Assert.Equal(ReturnReasons.Damaged, Assert.Single(heard.Of(EntityType.Reason)).Value);
    }
}
