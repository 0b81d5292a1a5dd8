using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Repair;

/// <summary>Where conversations were kept was emptied, and the next turn comes.</summary>
public class LostContextTests : Talk
{
    [Fact]
    public async Task It_says_so_tells_what_is_registered_and_asks_what_is_wanted()
    {
        Lose(minutesAgo: 5);
        World.Shop.Orders[0] = World.Shop.Orders[0] with { Returns = [new Return("R-20417", "20261115-0000001", "pickup_booked", World.Now)] };
        World.Shop.Cases.Add(new Case("C-10023", "complaint", "open", World.Now));
        World.Shop.Cases.Add(new Case("C-10001", "complaint", "resolved", World.Now));
        var said = await Say("네");
        Tells("대화를 이어갈 수 없게 되었어요", said);
        Tells("R-20417", said);
        Tells("C-10023", said);
        Assert.DoesNotContain("C-10001", said, StringComparison.Ordinal);
        Assert.Equal("welcome/Greet", State);
        Assert.Equal(("C1", Assurance.Verified), (World.Context.CustomerId, World.Context.Assurance));
    }

    [Fact]
    public async Task A_wish_in_the_same_words_is_begun_at_once_without_asking_who_it_is()
    {
        Lose(minutesAgo: 5);
        var said = await Say("머그컵 반품할래요");
        Tells("접수된 건은 없어요", said);
        Assert.StartsWith("return/", State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_a_read_back_that_was_lost_does_nothing()
    {
        Lose(minutesAgo: 1);
        await Say("네");
        Assert.Empty(World.Shop.Ran);
    }

    [Fact]
    public async Task After_a_day_nobody_is_taken_for_who_they_were()
    {
        Lose(minutesAgo: 25 * 60);
        var said = await Say("네");
        Tells("대화를 이어갈 수 없게 되었어요", said);
        Assert.Null(World.Context.CustomerId);
    }

    [Fact]
    public async Task What_is_said_stands_behind_all_that_clients_have_seen()
    {
        Lose(minutesAgo: 5);
        await Say("네");
        Assert.True(World.Store.Log[0].Sequence > 5 * 60 * 100);
    }

    [Fact]
    public async Task It_is_told_in_the_language_of_the_conversation_and_once_only()
    {
        Lose(minutesAgo: 5, SpokenLanguage.English);
        Tells("fault on our side", await Say("ok"));
        Assert.DoesNotContain("fault on our side", await Say("where is my parcel?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_journal_replays_word_for_word()
    {
        Lose(minutesAgo: 5);
        await Say("네", "머그컵 반품할래요");
        Assert.Empty(JournalReplay.Run(World.Runner, World.Store.Journal).Differences);
    }

    private void Lose(int minutesAgo, SpokenLanguage language = SpokenLanguage.Korean) =>
        World.Shop.Known = new KnownConversation("c1", World.Now.AddMinutes(-minutesAgo), World.Now.AddMinutes(-minutesAgo)) { CustomerId = "C1", Language = language };
}
