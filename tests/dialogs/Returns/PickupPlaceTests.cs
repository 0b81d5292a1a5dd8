using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using ServiceBot.Dialogs.WebLink;

namespace ServiceBot.Dialogs.Tests.Returns;

/// <summary>Where the goods are collected, other than where they came.</summary>
public class PickupPlaceTests : Talk
{
    private static readonly Address Parents = new("경기도 성남시 분당구 노을로 5", "13524") { Line2 = "2층" };

    public PickupPlaceTests() => World.Shop.Orders[1] = World.Shop.Orders[1] with { ShipTo = Parents };

    [Fact]
    public async Task A_caller_is_offered_the_places_of_other_orders_up_to_their_road_and_the_web_page()
    {
        var said = await CalledUpToTheAddress();
        Assert.Equal(["그 주소", "경기도 성남시 분당구 노을로 쪽 주소", "웹에서 주소 입력하기"], World.Last.Expecting.Options.Select(option => option.Speak));
        Assert.DoesNotContain("노을로 5", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_them_is_taken_by_a_key_and_read_back_as_it_was_offered()
    {
        await CalledUpToTheAddress();
        await World.Take(new Pressed { Option = 1 }, null);
        await World.Take(new Pressed { Option = 0 }, null);
        Assert.Equal("return/ReadBack", State);
        var heard = World.Store.Log[^1].Message?.Speak ?? "";
        Tells("노을로 쪽 주소에서", heard);
        Assert.DoesNotContain("노을로 5", heard, StringComparison.Ordinal);
        await World.Take(new Pressed { Answer = YesNo.Yes }, null);
        Assert.Equal(Parents, Assert.Single(World.Shop.Ran.Values.OfType<OpenReturn>()).PickupFrom);
    }

    [Theory]
    [InlineData("노을로로 와 주세요", true)]
    [InlineData("노을로 오 번지 이층이요", false)]
    [InlineData("성남시 분당구 햇살로 12번지요", false)]
    public async Task Its_road_names_it_and_any_other_number_or_road_names_another_place(string words, bool isTaken)
    {
        await CalledUpToTheAddress();
        await Say(words);
        Assert.Equal("return/PickupDate", State);
        Assert.Equal(isTaken, Slot("pickupAddress") == Parents.Line1);
    }

    [Fact]
    public async Task The_web_page_is_a_wish_of_its_own_after_which_the_address_is_asked_again()
    {
        await CalledUpToTheAddress();
        await World.Take(new Pressed { Option = 2 }, null);
        Assert.Equal("web-link/Way", State);
        await World.Take(new Pressed { Option = 0 }, null);
        Assert.Equal("+821012345678", Assert.Single(World.Shop.Ran.Values.OfType<PassToWeb>()).To);
        Assert.Equal("return/PickupAddress", State);
    }

    [Fact]
    public async Task In_a_chat_an_address_is_written_and_nothing_else_is_offered()
    {
        await UpToReason();
        await Say("마음이 바뀌었어요");
        Assert.Equal("네, 그 주소로요", Assert.Single(World.Last.Expecting.Options).Title);
        await Say("아니요, 서울 강남구 테헤란로 152 10층으로 와 주세요");
        Assert.Equal("서울 강남구 테헤란로 152 10층", Slot("pickupAddress"));
    }

    [Theory]
    [InlineData("아니요")]
    [InlineData("회사로 와 주시면 좋겠어요")]
    [InlineData("다른 곳으로 와 주세요")]
    [InlineData("오후 2시 이후에 와 주세요")]
    public async Task What_names_no_place_is_no_address(string words)
    {
        await UpToReason();
        await Say("마음이 바뀌었어요", words);
        Assert.Equal("return/PickupAddress", State);
    }

    private string? Slot(string name) => World.Context.Stack.Find(frame => frame.Dialog == "return")?.Slots.GetValueOrDefault(name)?.Value.GetProperty("line1").GetString();

    private async Task<string> CalledUpToTheAddress()
    {
        World.Channel = new Channel("voice") { Speaks = true };
        World.From = "+821012345678";
        await Say("반품할래요", "20261115-0000001, 010-0000-1234", "블루 주전자요");
        return await Say("마음이 바뀌었어요");
    }
}
