using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Worlds;

namespace ServiceBot.Dialogs.Tests.Refunds;

/// <summary>Who asks for their money hears how it really stands.</summary>
public class RefundStatusTests
{
    [Theory]
    [InlineData("planned", "돌려드릴 예정이에요")]
    [InlineData("reserved", "돌려드리는 중이에요")]
    [InlineData("unknown", "돌려드리는 중이에요")]
    [InlineData("manual", "담당자가 확인하고 있어요")]
    [InlineData("failed", "돌려드리지 못했어요. 담당자가 확인하고 있어요")]
    [InlineData("done", "돌려드렸어요")]
    public async Task In_Korean(string status, string told) => Assert.Contains(told, await AskAsync(status, "환불 진행 상황 알려주세요", "20261115-0000001, 010-0000-1234"), StringComparison.Ordinal);

    [Theory]
    [InlineData("planned", "will go back to your")]
    [InlineData("reserved", "is on its way back to your")]
    [InlineData("unknown", "is on its way back to your")]
    [InlineData("manual", "couldn't be confirmed yet. One of our people is checking it")]
    [InlineData("failed", "couldn't be paid back to your")]
    [InlineData("done", "went back to your")]
    public async Task In_English(string status, string told) => Assert.Contains(told, await AskAsync(status, "Where is my refund?", "20261115-0000001, 010-0000-1234"), StringComparison.Ordinal);

    private static async Task<string> AskAsync(string status, params string[] words)
    {
        var world = new World();
        world.Shop.Orders[0] = world.Shop.Orders[0] with
        {
            Returns = [new("R-20417", "20261115-0000001", "inspected", world.Now) { Lines = [new("L1", 1)], Refunds = [new("card1", PaymentKinds.Card, 35_000) { Status = status }] }],
        };
        return await world.Tell(words);
    }
}
