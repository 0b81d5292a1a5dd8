using ServiceBot.Dialogs.Tests.Repair;

namespace ServiceBot.Dialogs.Tests.Orders;

/// <summary>An order is named by the day on which it was placed or came. Today is Friday, 20 November 2026.</summary>
public class OrderByDayTests : Talk
{
    public OrderByDayTests() => World.Shop.Orders[1] = World.Shop.Orders[1] with { Shipments = [World.Shop.Orders[1].Shipments[0] with { DeliveredAt = World.Now.AddDays(-7) }] };

    [Theory]
    [InlineData("그저께 받은 거요", "20261115-0000001")]
    [InlineData("지난 일요일에 산 거요", "20261115-0000001")]
    [InlineData("지난주 화요일에 주문한 거", "20261110-0000002")]
    [InlineData("열흘 전에 시킨 거", "20261110-0000002")]
    [InlineData("the one I ordered last Tuesday, 10 November", "20261110-0000002")]
    [InlineData("what came the day before yesterday", "20261115-0000001")]
    public async Task By_when_it_was_bought_or_came(string words, string order)
    {
        await Say("반품할래요", "김하늘 04524", words);
        Assert.Equal(order, World.Context.Stack.Find(frame => frame.Dialog == "return")?.Slots.GetValueOrDefault("order")?.Value.GetString());
    }

    [Fact]
    public async Task A_day_with_the_wish_is_not_asked_for_again()
    {
        await Say("그저께 받은 머그컵 반품할게요", "김하늘 04524");
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task A_day_on_which_nothing_came_decides_nothing()
    {
        await Say("반품할래요", "김하늘 04524", "어제 받은 거요");
        Assert.Equal("return/ChooseOrder", State);
    }
}
