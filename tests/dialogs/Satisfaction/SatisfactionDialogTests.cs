using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Satisfaction;

public class SatisfactionDialogTests
{
    private readonly World _world = new();

    private async Task<string> Tell(params string[] lines)
    {
        var said = "";
        foreach (var line in lines) said = await _world.Say(line);
        return said;
    }

    private Task<string> AfterAComplaint(params string[] lines) =>
        Tell(["상담원이 불친절해서 너무 화가 났어요", "건너뛰기", "a@b.com", "사과해 주세요", "네", "없어요", .. lines]);

    private RecordSatisfaction Recorded => Assert.Single(_world.Shop.Ran.Values.OfType<RecordSatisfaction>());

    [Fact]
    public async Task Whoever_has_a_receipt_is_asked_how_it_was_before_goodbye()
    {
        await AfterAComplaint();
        Assert.Equal(("satisfaction", ExpectedKind.Rating), (_world.Last.Dialog, _world.Last.Expecting.Kind));
        Assert.Equal(["1", "2", "3", "4", "5"], _world.Last.Expecting.Options.Select(option => option.Value));
    }

    [Fact]
    public async Task Without_a_receipt_nobody_is_asked()
    {
        await Tell("안녕하세요", "없어요, 안녕히 계세요");
        Assert.Equal("welcome", _world.Last.Dialog);
    }

    [Fact]
    public async Task The_score_is_credited_to_the_last_receipt()
    {
        await AfterAComplaint("5", "빨라서 좋았어요");
        Assert.Equal(("C-10023", 5, "빨라서 좋았어요"), (Recorded.About, Recorded.Score, Recorded.Comment));
    }

    [Fact]
    public async Task A_happy_customer_is_asked_what_was_best_and_an_unhappy_one_what_was_worst()
    {
        Assert.Contains("가장 좋으셨나요", await AfterAComplaint("5"), StringComparison.Ordinal);
        var other = new SatisfactionDialogTests();
        Assert.Contains("가장 아쉬우셨나요", await other.AfterAComplaint("1점이요"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_thanks_nothing_more_is_asked()
    {
        var said = await AfterAComplaint("4", "없어요");
        Assert.Contains("소중한 의견 감사해요", said, StringComparison.Ordinal);
        Assert.Equal(("welcome", "Closed"), (_world.Last.Dialog, _world.Last.State));
        Assert.Null(Recorded.Comment);
    }

    [Fact]
    public async Task A_low_score_offers_a_person_once()
    {
        await AfterAComplaint("1", "없어요");
        Assert.Equal("OfferPerson", _world.Last.State);
        await Tell("네");
        Assert.Equal("a@b.com", Assert.Single(_world.Shop.Ran.Values.OfType<OpenCase>(), opened => opened.Kind == "callback").Email);
        Assert.Equal(("welcome", "Closed"), (_world.Last.Dialog, _world.Last.State));
    }

    [Fact]
    public async Task Declining_ends_politely_and_records_nothing()
    {
        await AfterAComplaint("건너뛰기");
        Assert.Equal(("welcome", "Closed"), (_world.Last.Dialog, _world.Last.State));
        Assert.DoesNotContain(_world.Shop.Ran.Values, effect => effect is RecordSatisfaction);
    }

    [Fact]
    public async Task A_new_wish_takes_the_place_of_the_rating()
    {
        await AfterAComplaint("아 그리고 반품할래요");
        Assert.DoesNotContain(_world.Context.Stack, frame => frame.Dialog == "satisfaction");
    }
}
