using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Routing;

namespace ServiceBot.Bot.Tests.Desk;

public class RouterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Only_an_agent_who_has_the_skill_and_the_language_gets_a_customer()
    {
        Assert.Null(Next([Customer()], [Agent("a", skill: "complaints"), Agent("b", language: "en")]));
        Assert.Equal("c", Next([Customer()], [Agent("a", skill: "complaints"), Agent("c")])?.Agent.Id);
    }

    [Fact]
    public void The_longest_waiting_customer_goes_to_the_longest_idle_agent() =>
        Assert.Equal(("first", "rested"), Ids(Next([Customer("second", 5), Customer("first", 10)], [Agent("busy", idle: 1), Agent("rested", idle: 30)])));

    [Fact]
    public void The_best_agent_is_chosen_where_that_is_the_setting() =>
        Assert.Equal("expert", Next([Customer()], [Agent("rested", idle: 30), Agent("expert", level: 5)], new BestSkillPolicy())?.Agent.Id);

    [Fact]
    public void Whoever_is_full_away_or_on_a_call_gets_nobody()
    {
        Assert.Null(Next([Customer()], [Agent("full") with { Chats = 3 }, Agent("away") with { IsAvailable = false }, Agent("calling") with { Calls = 1 }]));
    }

    [Fact]
    public void A_call_needs_an_agent_with_nothing_else()
    {
        var call = Customer() with { IsCall = true };
        Assert.Null(Next([call], [Agent("chatting") with { Chats = 1 }]));
        Assert.Equal("free", Next([call], [Agent("chatting") with { Chats = 1 }, Agent("free")])?.Agent.Id);
    }

    [Fact]
    public void Whoever_declined_is_passed_over_and_asked_again_only_where_nobody_else_is_there()
    {
        var declined = Customer() with { PassedBy = ["a"], PassedAt = Now };
        Assert.Equal("b", Next([declined], [Agent("a"), Agent("b")])?.Agent.Id);
        Assert.Null(Next([declined], [Agent("a")]));
        Assert.Equal("a", Next([declined with { PassedAt = Now.AddSeconds(-31) }], [Agent("a")])?.Agent.Id);
    }

    [Fact]
    public void A_customer_goes_to_the_agent_who_knows_them_and_waits_a_while_for_that()
    {
        var known = new Dictionary<string, string> { ["c"] = "knows" };
        Assert.Equal("knows", Next([Customer()], [Agent("rested", idle: 60), Agent("knows")], known: known)?.Agent.Id);
        var full = Agent("knows") with { Chats = 3 };
        Assert.Null(Next([Customer(waited: 0.5)], [Agent("rested"), full], known: known));
        Assert.Equal("rested", Next([Customer(waited: 2)], [Agent("rested"), full], known: known)?.Agent.Id);
        Assert.Equal("rested", Next([Customer(waited: 0.5)], [Agent("rested"), full with { IsAvailable = false }], known: known)?.Agent.Id);
    }

    [Fact]
    public void Whoever_nobody_can_serve_holds_up_nobody_else() =>
        Assert.Equal("c", Next([Customer("german", 60) with { Lane = new("returns", "de") }, Customer()], [Agent("a")])?.Entry.Id);

    [Theory]
    [InlineData("own agent free", 1, "own", 0, "own")]
    [InlineData("own agent full, too early", 1, "own", 3, null)]
    [InlineData("own agent full, time is over", 3, "own", 3, "other")]
    [InlineData("own agent free, time is over", 3, "own", 0, "own")]
    [InlineData("no own agent at work", 0, null, 0, "other")]
    public void Customers_whom_nobody_of_their_queue_can_take_in_time_go_to_another_skill(string because, double waited, string? own, int chats, string? gets)
    {
        var settings = new DeskSettings { OverflowSeconds = 120, Queues = { ["returns"] = new() { OverflowTo = ["general"] } } };
        var agents = new List<AgentStanding> { Agent("other", skill: "general", idle: 60), Agent("foreign", skill: "general", language: "en"), Agent("useless", skill: "orders") };
        if (own is not null) agents.Add(Agent(own) with { Chats = chats });
        var next = Next([Customer(waited: waited)], [.. agents], overflow: new Overflow(Options.Create(settings)));
        Assert.True(next?.Agent.Id == gets, $"{because}: {next?.Agent.Id}");
    }

    [Theory]
    [InlineData(1, 3, 1, 20, null)]
    [InlineData(1, 0, 0, 20, null)]
    [InlineData(1, 3, 0, 4, null)]
    [InlineData(1, 3, 0, 20, "1-3")]
    [InlineData(6, 3, 0, 20, "8-18")]
    public void The_wait_is_told_as_a_range_only_where_there_is_something_to_go_by(int position, int slots, int free, int samples, string? range)
    {
        var told = WaitRange.For(position, slots, free, [.. Enumerable.Repeat(TimeSpan.FromMinutes(6), samples)]);
        Assert.Equal(range, told is null ? null : $"{told.From}-{told.To}");
    }

    private static (QueueEntry Entry, AgentStanding Agent)? Next(QueueEntry[] waiting, AgentStanding[] agents, IAgentPolicy? policy = null, Dictionary<string, string>? known = null, Overflow? overflow = null) =>
        Router.Next(waiting, agents, policy ?? new LongestIdlePolicy(), known ?? [], Now, TimeSpan.FromMinutes(1), overflow ?? new Overflow(Options.Create(new DeskSettings())));

    private static (string?, string?) Ids((QueueEntry Entry, AgentStanding Agent)? next) => (next?.Entry.Id, next?.Agent.Id);

    private static QueueEntry Customer(string id = "c", double waited = 3)
    {
        var since = Now.AddMinutes(-waited);
        return new(id, id, new Lane("returns", "ko"), since, QueueEntry.RankOf(since, 0, TimeSpan.Zero), IsCall: false);
    }

    private static AgentStanding Agent(string id, string skill = "returns", string language = "ko", int level = 3, double idle = 10) =>
        new(id, ImmutableDictionary<string, int>.Empty.Add(skill, level), [language]) { IsAvailable = true, ChatsAtMost = 3, IdleSince = Now.AddMinutes(-idle) };
}
