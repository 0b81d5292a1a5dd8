using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.Tests.Context;

public class NoticesTests
{
    private readonly Notices notices = new(new OneNode(), NullLogger<Notices>.Instance);

    [Fact]
    public void A_reader_hears_of_its_own_conversation_only()
    {
        var heard = new List<long>();
        using var reader = notices.Subscribe("c-1", heard.Add);

        notices.Publish("c-1", 4);
        notices.Publish("c-2", 9);

        Assert.Equal([4], heard);
    }

    [Fact]
    public void All_readers_of_a_conversation_hear()
    {
        var heard = new List<string>();
        using var page = notices.Subscribe("c-1", _ => heard.Add("page"));
        using var desk = notices.Subscribe("c-1", _ => heard.Add("desk"));

        notices.Publish("c-1", 1);

        Assert.Equal(["page", "desk"], heard);
    }

    [Fact]
    public void A_reader_that_left_hears_nothing_and_leaves_nothing_behind()
    {
        var heard = new List<long>();
        var reader = notices.Subscribe("c-1", heard.Add);
        reader.Dispose();
        reader.Dispose();

        notices.Publish("c-1", 1);

        Assert.Empty(heard);
        Assert.Equal(0, notices.Watched);
    }

    [Fact]
    public void A_reader_that_fails_harms_neither_the_turn_nor_the_others()
    {
        var heard = new List<long>();
        using var broken = notices.Subscribe("c-1", _ => throw new InvalidOperationException("the socket is gone"));
        using var healthy = notices.Subscribe("c-1", heard.Add);

        notices.Publish("c-1", 1);

        Assert.Equal([1], heard);
    }

    [Fact]
    public void Readers_that_come_and_go_at_once_are_all_counted_right()
    {
        Parallel.For(0, 2_000, _ => notices.Subscribe("c-1", _ => { }).Dispose());
        Assert.Equal(0, notices.Watched);
    }
}
