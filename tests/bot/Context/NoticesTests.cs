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
    public void Who_listens_to_all_hears_what_this_node_publishes_and_not_what_others_do()
    {
        var others = new OtherNodes();
        using var here = new Notices(others, NullLogger<Notices>.Instance);
        var heard = new List<string>();
        var listening = here.OnPublished((conversation, sequence) => heard.Add($"{conversation} {sequence}"));

        here.Publish("c-1", 4);
        here.Publish("c-2", 9);
        others.Say("5 c-1");
        listening.Dispose();
        here.Publish("c-1", 6);

        Assert.Equal(["c-1 4", "c-2 9"], heard);
        Assert.Equal(6, here.NewestOf("c-1"));
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

    private sealed class OtherNodes : INodeBus
    {
        private Action<string> hear = _ => { };

        public void Say(string message) => hear(message);

        public void Tell(string subject, string message)
        {
            // They are not asked here.
        }

        public void Hear(string subject, Action<string> hears) => hear = hears;
    }
}
