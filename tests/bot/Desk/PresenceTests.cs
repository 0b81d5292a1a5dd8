using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Tests.Nodes;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Who is there is known at every node, and a node that falls silent takes its agents with it, but nobody who only could not be heard of.</summary>
public sealed class PresenceTests(RedisAlone redis) : IClassFixture<RedisAlone>
{
    private readonly string prefix = OpenNode.NewPrefix();

    [Fact]
    public async Task An_agent_at_another_node_is_connected_until_that_node_falls_silent()
    {
        using var here = Node();
        using var there = Node();
        there.Presence.Enter("jieun");
        await there.Presence.MeetAsync(default);
        await here.Presence.MeetAsync(default);
        Assert.True(here.Presence.IsConnected("jieun"));
        Assert.Null(here.Presence.LostSince("jieun"));

        for (var second = 0; second < 5; second++)
        {
            here.Open.Clock.Shift += TimeSpan.FromSeconds(1);
            await here.Presence.MeetAsync(default); // by the clock of Redis next to no time has passed, so the other node is heard of still
        }
        Assert.True(here.Presence.IsConnected("jieun"));

        await Task.Delay(Presence.Unheard + TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
        await here.Presence.MeetAsync(default);
        Assert.False(here.Presence.IsConnected("jieun"));
        Assert.NotNull(here.Presence.LostSince("jieun"));
    }

    [Fact]
    public async Task An_agent_who_left_one_node_is_connected_while_another_has_a_desk_open()
    {
        using var here = Node();
        using var there = Node();
        here.Presence.Enter("jieun");
        there.Presence.Enter("jieun");
        await here.Presence.MeetAsync(default);
        await there.Presence.MeetAsync(default);
        there.Presence.Leave("jieun");
        await there.Presence.MeetAsync(default);
        Assert.True(there.Presence.IsConnected("jieun"));
        here.Presence.Leave("jieun");
        await here.Presence.MeetAsync(default);
        await there.Presence.MeetAsync(default);
        Assert.False(there.Presence.IsConnected("jieun"));
    }

    [Fact]
    public async Task Who_was_lost_by_another_node_has_the_grace_from_then_on_however_long_ago_this_one_lost_the_same_agent()
    {
        using var here = Node();
        using var there = Node();
        here.Presence.Enter("jieun");
        here.Presence.Leave("jieun");
        there.Presence.Enter("jieun");
        for (var seconds = 0; seconds < 120; seconds += 2)
        {
            await there.Presence.MeetAsync(default);
            await here.Presence.MeetAsync(default);
            here.Open.Clock.Shift += TimeSpan.FromSeconds(2);
        }
        there.Presence.Leave("jieun");
        await there.Presence.MeetAsync(default);
        await here.Presence.MeetAsync(default);
        Assert.False(here.Presence.IsConnected("jieun"));
        Assert.InRange(here.Open.Clock.GetUtcNow() - here.Presence.LostSince("jieun")!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task After_a_time_in_which_nobody_could_tell_everybody_gets_the_grace_anew()
    {
        using var here = Node();
        await here.Presence.MeetAsync(default);
        here.Open.Clock.Shift += TimeSpan.FromMinutes(10);
        await here.Presence.MeetAsync(default);
        Assert.InRange(here.Open.Clock.GetUtcNow() - here.Presence.LostSince("jieun")!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task One_node_offers_for_all_and_after_its_end_another()
    {
        using var first = Node();
        using var second = Node();
        Assert.True(await first.Presence.MeetAsync(default));
        Assert.False(await second.Presence.MeetAsync(default));
        Assert.True(await first.Presence.MeetAsync(default));
        await Task.Delay(TimeSpan.FromSeconds(3.5), TestContext.Current.CancellationToken);
        Assert.True(await second.Presence.MeetAsync(default));
        Assert.False(await first.Presence.MeetAsync(default));
    }

    [Fact]
    public async Task A_single_node_always_offers()
    {
        var presence = new Presence(new OneDeskNode(), new ShiftedClock());
        presence.Enter("jieun");
        Assert.False(presence.IsConnected("jieun")); // nobody was told yet
        Assert.True(await presence.MeetAsync(default));
        Assert.True(presence.IsConnected("jieun"));
        presence.Leave("jieun");
        Assert.False(presence.IsConnected("jieun"));
    }

    private Meeting Node() => new(new OpenNode(redis.Configuration, prefix));

    private sealed class Meeting(OpenNode open) : IDisposable
    {
        public OpenNode Open { get; } = open;

        public Presence Presence { get; } = new(new RedisDeskNodes(open.Link), open.Clock);

        public void Dispose() => Open.Dispose();
    }
}
