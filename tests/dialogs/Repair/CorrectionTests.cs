using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Tests.Repair;

public class CorrectionTests : Talk
{
    [Fact]
    public async Task By_value_at_the_read_back_it_is_read_back_again_with_the_change()
    {
        await UpToReadBack();
        var said = await Say("아니 머그컵이요");
        Tells("반품할 상품을 바꿨어요", said);
        Tells("머그컵", said);
        Assert.Equal("return/ReadBack", State);
    }

    [Fact]
    public async Task By_value_in_the_middle_what_does_not_hang_on_it_is_kept()
    {
        await UpToReason();
        await Say("마음이 바뀌었어요");
        await Say("아니 그게 아니라 머그컵이요");
        Assert.Equal("return/PickupAddress", State);
        Assert.Equal("L3", World.Context.Top?.Slots["items"].Value[0].GetString());
        Assert.Equal("changed_mind", World.Context.Top?.Slots["reason"].Value.GetString());
    }

    [Fact]
    public async Task By_name_it_is_asked_for_again()
    {
        await UpToReadBack();
        await Say("수거 날짜를 바꿀게요");
        Assert.Equal("return/PickupDate", State);
        await Say("두 번째");
        Assert.Equal("return/ReadBack", State);
    }

    [Fact]
    public async Task A_no_at_the_read_back_asks_what_to_change_and_comes_back()
    {
        await UpToReadBack();
        await Say("아니요");
        Assert.Equal("return/WhatToChange", State);
        await Say("반품 이유");
        Assert.Equal("return/Reason", State);
        await Say("사이즈가 안 맞아요");
        Assert.Equal("return/ReadBack", State);
    }

    [Fact]
    public async Task A_yes_binds_only_to_what_was_read()
    {
        await UpToReadBack();
        World.Shop.Orders[0] = World.Shop.Orders[0] with { Lines = [.. World.Shop.Orders[0].Lines.Select(line => line with { UnitPrice = 30_000 })] };
        var said = await Say("네");
        Assert.Empty(World.Shop.Ran);
        Assert.Equal("return/ReadBack", State);
        Tells("환불 금액은", said);
        await Say("네");
        Assert.IsType<OpenReturn>(Assert.Single(World.Shop.Ran).Value);
    }
}
