using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Repair;

/// <summary>A call that was cut and taken up again.</summary>
public class ReturningTests
{
    private readonly World _world = new() { Channel = new Channel("voice") { Speaks = true } };

    [Fact]
    public async Task What_was_under_way_is_offered_and_names_nothing_of_it()
    {
        await InTheMiddleOfAReturn();

        var said = await Return();

        Assert.Contains("반품은 아직 끝나지 않았어요. 이어서 할까요?", said);
        Assert.DoesNotContain("머그컵", said);
        Assert.DoesNotContain("김하늘", said);
    }

    [Fact]
    public async Task The_customer_proves_again_who_it_is_and_goes_on_where_the_line_was_cut()
    {
        await InTheMiddleOfAReturn();
        await Return();

        Assert.Contains("본인 확인", await _world.Say("네"));
        Assert.Contains("수거", await _world.Say("20261115-0000001, 010-0000-1234"));
    }

    [Fact]
    public async Task Somebody_else_on_the_same_line_finds_nothing_of_it()
    {
        await InTheMiddleOfAReturn();
        await Return();
        await _world.Say("네");
        _world.Shop.Customer = new Customer("C2", "이도윤") { Phone = "01000002345" };
        _world.Shop.Orders[0] = _world.Shop.Orders[0] with { CustomerId = "C2" };

        await _world.Say("20261115-0000001, 010-0000-2345");

        Assert.Equal("C2", _world.Context.CustomerId);
        Assert.False(_world.Context.Stack[0].Slots.ContainsKey("reason"));
        Assert.DoesNotContain(_world.Context.Said, words => words.Contains("머그컵", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_who_wants_something_else_first_leaves_nothing_of_it_behind()
    {
        await InTheMiddleOfAReturn();
        await Return();
        await _world.Say("배송 어디쯤이에요?");
        _world.Shop.Customer = new Customer("C2", "이도윤") { Phone = "01000002345" };
        _world.Shop.Orders[0] = _world.Shop.Orders[0] with { CustomerId = "C2" };

        Assert.Contains("이도윤 님", await _world.Say("20261115-0000001, 010-0000-2345"));
        Assert.Empty(_world.Context.Stack);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_go_on_is_asked_what_else()
    {
        await InTheMiddleOfAReturn();
        await Return();
        Assert.Contains("진행되거나 변경된 것은 없어요", await _world.Say("아니요"));
    }

    [Fact]
    public async Task Whoever_had_nothing_under_way_is_greeted()
    {
        await _world.Start();
        Assert.Contains("무엇을 도와드릴까요?", await Return());
    }

    [Fact]
    public async Task Nothing_is_said_into_a_line_that_was_left()
    {
        await InTheMiddleOfAReturn();
        Assert.Equal("", await _world.Take(new Left(), null));
        Assert.Empty(_world.Context.Channels);
    }

    [Fact]
    public async Task What_reached_nobody_changes_nothing()
    {
        await InTheMiddleOfAReturn();
        var before = (_world.Context.Stack.Count, _world.Context.Asked?.State, _world.Context.Asked?.At);

        Assert.Equal("", await _world.Take(new Undeliverable("이유가 무엇인가요?"), null));

        Assert.Equal(before, (_world.Context.Stack.Count, _world.Context.Asked?.State, _world.Context.Asked?.At));
    }

    private async Task InTheMiddleOfAReturn()
    {
        await _world.Start();
        await _world.Tell("20261115-0000001 머그컵 반품할래요 단순변심이에요", "20261115-0000001, 010-0000-1234", "아니요");
        Assert.Equal("return", _world.Context.Top?.Dialog);
    }

    private async Task<string> Return()
    {
        await _world.Take(new Left(), null);
        return await _world.Take(new Returned(), null);
    }
}
