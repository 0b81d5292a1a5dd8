using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Worlds;

namespace ServiceBot.Dialogs.Tests.Turns;

/// <summary>The shop cannot be reached between the yes and its receipt.</summary>
public class DelayedEffectTests
{
    private readonly World _world = new();

    private async Task<string> SayYesWhileTheShopIsAway()
    {
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "네", "첫 번째");
        _world.Shop.Answers = _ => throw new TimeoutException("The shop does not answer.");
        return await _world.Say("네", "yes-1");
    }

    [Fact]
    public async Task The_customer_hears_that_it_takes_longer_and_what_was_committed_stands()
    {
        Assert.Contains("처리하고 있어요", await SayYesWhileTheShopIsAway(), StringComparison.Ordinal);
        Assert.NotNull(_world.Context.Committing);
    }

    [Fact]
    public async Task While_the_shop_stays_away_whatever_is_said_is_answered_and_changes_nothing()
    {
        await SayYesWhileTheShopIsAway();
        foreach (var words in new[] { "얼마나 걸려요?", "상담원이요", "그만할래요" })
            Assert.Contains("처리하고 있어요", await _world.Say(words), StringComparison.Ordinal);
        Assert.NotNull(_world.Context.Committing);
    }

    [Fact]
    public async Task Who_says_something_when_the_shop_is_back_hears_the_receipt_first_and_is_answered()
    {
        await SayYesWhileTheShopIsAway();
        _world.Shop.Answers = null;
        Assert.Matches("(?s)R-20417.*담당자에게 그대로 전달했어요", await _world.Say("상담원 바꿔 주세요"));
        Assert.Null(_world.Context.Committing);
        Assert.Single(_world.Store.Log, entry => entry.Message?.Receipt?.Number == "R-20417");
    }

    [Fact]
    public async Task Who_says_yes_once_more_hears_the_receipt_and_has_agreed_to_nothing_else()
    {
        await SayYesWhileTheShopIsAway();
        _world.Shop.Answers = null;
        var answer = await _world.Say("네");
        Assert.Contains("R-20417", answer, StringComparison.Ordinal);
        Assert.EndsWith("보내신 말씀과 제 안내가 서로 엇갈렸어요.\n더 도와드릴 일이 있을까요?", answer, StringComparison.Ordinal); // asked once more: that yes was to what they had heard
        Assert.Single(_world.Shop.Ran);
    }

    [Fact]
    public async Task The_receipt_comes_when_the_shop_is_back()
    {
        await SayYesWhileTheShopIsAway();
        _world.Shop.Answers = null;

        await _world.Turns.ResumeAsync("c1", _world.Now.AddMinutes(1), TestContext.Current.CancellationToken);

        Assert.Contains("R-20417", Assert.Single(_world.Store.Log, entry => entry.Message?.Receipt is not null).Message?.Text, StringComparison.Ordinal);
        Assert.Null(_world.Context.Committing);
    }
}
