using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Turns;

/// <summary>A conversation that forgot its last commits comes by the same place a second time.</summary>
public class CommittedEffectTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly WithdrawReturn Wish = new("C1", "R-1");

    [Fact]
    public void The_same_wish_there_has_the_same_key_whenever_it_comes() =>
        Assert.Equal(KeyOf(Wish, version: 6, Now), KeyOf(Wish with { }, version: 6, Now.AddMinutes(1)));

    [Fact]
    public void Another_wish_there_has_another_key() =>
        Assert.NotEqual(KeyOf(Wish, version: 6, Now), KeyOf(Wish with { Number = "R-2" }, version: 6, Now));

    [Fact]
    public void Another_kind_of_wish_there_has_another_key() =>
        Assert.NotEqual(KeyOf(new AddToCase("C1", "R-1", Reopen: false), version: 6, Now), KeyOf(new Settle("C1", "R-1"), version: 6, Now));

    [Fact]
    public void The_same_wish_later_in_the_conversation_has_another_key() =>
        Assert.NotEqual(KeyOf(Wish, version: 6, Now), KeyOf(Wish, version: 8, Now));

    private static string KeyOf(Effect effect, long version, DateTimeOffset at) =>
        CommittedEffect.For(new ConversationContext { Id = "c1", Version = version }, effect, at, frame: 1).Key;
}
