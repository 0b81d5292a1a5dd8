using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Turns;

/// <summary>A node remembers what it wrote last of a conversation, and goes on from that; the commit tells whether it was still true.</summary>
public class RecallTests : Talk
{
    public RecallTests() => World.Store.Remembers = true;

    [Fact]
    public async Task What_the_node_wrote_last_is_not_read_again()
    {
        await World.Say("반품하고 싶어요");
        var loads = World.Store.Loads;

        await World.Say("20261115-0000001, 010-0000-1234");

        Assert.Equal(loads, World.Store.Loads);
    }

    [Fact]
    public async Task What_begins_is_not_looked_for_first()
    {
        await World.Start();

        Assert.Equal(0, World.Store.Loads);
    }

    [Fact]
    public async Task What_begins_where_something_stands_already_goes_on_from_that()
    {
        await UpToReadBack();
        var (state, version) = (State, World.Context.Version);
        (World.Store.Recalled, World.Notices.Newest) = (null, 0); // another node's, whose notices were lost

        await World.Start();

        Assert.Equal((state, version + 1), (State, World.Context.Version));
    }

    [Fact]
    public async Task What_began_and_is_told_again_gets_the_same_answer()
    {
        var first = await World.Start(eventId: "start-1");
        (World.Store.Recalled, World.Notices.Newest) = (null, 0);

        Assert.Equal(first, await World.Start(eventId: "start-1"));
        Assert.Single(World.Store.Journal);
    }

    [Fact]
    public async Task A_yes_binds_to_what_another_node_asked_meanwhile_even_where_its_notice_was_lost()
    {
        await UpToReadBack();
        var (before, told) = (World.Store.Recalled, World.Notices.Newest);
        await World.Say("아니 화이트 주전자요");
        (World.Store.Recalled, World.Notices.Newest) = (before, told);

        await World.Say("네");

        Assert.Equal("L2", Assert.Single(Assert.IsType<OpenReturn>(Assert.Single(World.Shop.Ran).Value).Lines).LineId);
    }

    [Fact]
    public async Task What_is_older_than_a_notice_is_not_taken()
    {
        await World.Say("반품하고 싶어요");
        var (before, loads) = (World.Store.Recalled, World.Store.Loads);
        await World.Say("20261115-0000001, 010-0000-1234");
        World.Store.Recalled = before;

        await World.Say("화이트 주전자요");

        Assert.Equal(loads + 1, World.Store.Loads);
        Assert.Equal("return/Reason", State);
    }

    [Fact]
    public async Task An_event_that_was_answered_before_gets_the_same_answer()
    {
        var first = await World.Say("반품하고 싶어요", "wish-1");
        await World.Say("20261115-0000001, 010-0000-1234");

        Assert.Equal(first, await World.Say("반품하고 싶어요", "wish-1"));
    }

    [Fact]
    public async Task An_agent_who_saw_the_newest_version_is_not_told_that_it_is_old()
    {
        await UpToReadBack();
        await World.Say("상담원 연결해 주세요");
        var before = World.Store.Recalled;
        await World.Say("02-1234-5678로 연락 주세요");
        World.Store.Recalled = before;

        Assert.NotEqual(TurnResultKind.Stale, (await World.Act(new AgentNotes(new AgentIdentity("A-1", "이서연"), "확인했습니다."))).Kind);
    }

    [Fact]
    public async Task What_was_read_of_the_shop_is_taken_again_for_half_a_minute()
    {
        await World.Say("반품하고 싶어요");
        await World.Say("20261115-0000001, 010-0000-1234");
        World.Shop.Asked.Clear();

        await World.Say("블루 주전자요");
        Assert.DoesNotContain("orders:C1", World.Shop.Asked);

        World.Now = World.Now.AddSeconds(30);
        await World.Say("마음이 바뀌었어요");
        Assert.Contains("orders:C1", World.Shop.Asked);
    }

    [Fact]
    public async Task The_journal_holds_what_was_read_once_and_is_played_again_by_it()
    {
        await UpToReadBack();

        Assert.Equal([2, 5], World.Store.Journal.Where(entry => entry.Facts.ContainsKey("orders:C1")).Select(entry => entry.Version)); // half a minute apart
        Assert.Empty(JournalReplay.Run(World.Runner, World.Store.Journal).Differences);
    }

    [Fact]
    public async Task What_is_committed_stands_on_facts_of_its_own_turn()
    {
        await UpToReadBack();
        World.Shop.Orders[0] = World.Shop.Orders[0] with { Lines = [.. World.Shop.Orders[0].Lines.Select(line => line with { Returned = line.Quantity })] };

        Tells("이미", await World.Say("네"));

        Assert.Empty(World.Shop.Ran);
        Assert.Equal("return/Alternatives", State);
    }
}
