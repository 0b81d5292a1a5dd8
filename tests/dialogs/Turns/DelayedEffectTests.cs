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
    public async Task Whatever_is_said_meanwhile_is_answered_and_changes_nothing()
    {
        await SayYesWhileTheShopIsAway();
        foreach (var words in new[] { "얼마나 걸려요?", "상담원이요", "그만할래요" })
            Assert.Contains("처리하고 있어요", await _world.Say(words), StringComparison.Ordinal);
        Assert.NotNull(_world.Context.Committing);
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
