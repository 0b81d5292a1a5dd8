using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Worlds;

namespace ServiceBot.Dialogs.Tests.Returns;

/// <summary>A photograph proves the thing that it shows, and is asked for once.</summary>
public class EvidenceTests
{
    private readonly World _world = new();

    private async Task UpToReadBack(string item = "파란색 주전자요")
    {
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", item, "깨져서 왔어요");
        Assert.Equal("Evidence", _world.Last.State);
        await _world.Show("photo-1");
        await _world.Tell("네", "첫 번째");
        Assert.Equal("ReadBack", _world.Last.State);
    }

    private OpenReturn Opened => Assert.IsType<OpenReturn>(Assert.Single(_world.Shop.Ran).Value);

    [Fact]
    public async Task Another_item_needs_a_photograph_of_its_own()
    {
        await UpToReadBack();
        await _world.Say("아니 하얀 주전자요");
        Assert.Equal("Evidence", _world.Last.State);
        await _world.Show("photo-2");
        Assert.Equal("ReadBack", _world.Last.State);
        await _world.Say("네");
        Assert.Equal(["photo-2"], Opened.Evidence);
    }

    [Fact]
    public async Task Back_at_the_same_item_its_photograph_is_still_known()
    {
        await UpToReadBack();
        await _world.Tell("아니 하얀 주전자요");
        await _world.Show("photo-2");
        await _world.Say("아니 파란색 주전자요");
        Assert.Equal("ReadBack", _world.Last.State);
        await _world.Say("네");
        Assert.Equal(["photo-1"], Opened.Evidence);
    }

    [Fact]
    public async Task One_more_item_asks_for_its_photograph_and_keeps_the_first()
    {
        await UpToReadBack();
        await _world.Say("아니 파란색 주전자랑 머그컵이요");
        Assert.Equal("Evidence", _world.Last.State);
        await _world.Show("photo-2");
        await _world.Say("네");
        Assert.Equal(["photo-1", "photo-2"], Opened.Evidence);
    }

    [Fact]
    public async Task Another_quantity_needs_no_other_photograph()
    {
        _world.Shop.Orders[0] = _world.Shop.Orders[0] with { Lines = [.. _world.Shop.Orders[0].Lines.Select(line => line.Id == "L3" ? line with { Quantity = 3 } : line)] };
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "머그컵이요", "두 개요", "깨져서 왔어요");
        await _world.Show("photo-1");
        await _world.Tell("네", "첫 번째");
        Assert.Equal("ReadBack", _world.Last.State);
        await _world.Say("아니 한 개요");
        Assert.Equal("ReadBack", _world.Last.State);
        await _world.Say("네");
        Assert.Equal(["photo-1"], Opened.Evidence);
        Assert.Equal([new LineQuantity("L3", 1)], Opened.Lines);
    }

    [Fact]
    public async Task Whoever_wants_to_change_the_photograph_is_asked_for_another()
    {
        await UpToReadBack();
        await _world.Tell("아니요", "사진");
        Assert.Equal("Evidence", _world.Last.State);
        await _world.Show("photo-2");
        await _world.Say("네");
        Assert.Equal(["photo-2"], Opened.Evidence);
    }

    [Fact]
    public async Task Who_has_no_photograph_of_a_thing_is_not_asked_for_it_again()
    {
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "전원이 안 켜져요", "없어요", "네", "첫 번째");
        Assert.Equal("ReadBack", _world.Last.State);
        await _world.Tell("아니 하얀 주전자요", "없어요", "아니 파란색 주전자요");
        Assert.Equal("ReadBack", _world.Last.State);
    }

    [Theory]
    [InlineData("사진은 없어요")]
    [InlineData("못 찍었어요, 이미 버렸어요")]
    [InlineData("no photo")]
    [InlineData("I don't have a picture of it")]
    public async Task Who_says_in_any_words_that_there_is_no_photograph_is_brought_to_a_person(string words)
    {
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "깨져서 왔어요", words);
        Assert.Equal("policy", Assert.IsType<OpenCase>(Assert.Single(_world.Shop.Ran).Value).Trigger);
    }

    [Fact]
    public async Task Whoever_began_with_a_change_of_mind_is_not_asked_for_the_reason()
    {
        await _world.Tell("I changed my mind about the blue kettle", "20261115-0000001 haneul@example.com");
        Assert.Equal(("return", "PickupAddress"), (_world.Last.Dialog, _world.Last.State));
    }
}
