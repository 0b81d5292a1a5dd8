using System.Text.Json.Nodes;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Tests.DirectLine;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.BotFramework;

/// <summary>Channels get each message once, whichever node took the turn and whichever knows how the conversation is reached.</summary>
public sealed class TwoNodesDeliveryTests(RedisAlone redis) : IClassFixture<RedisAlone>, IAsyncLifetime
{
    private FakeChannel channel = null!;
    private TwoNodes nodes = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        nodes = await TwoNodes.StartAsync(redis.Configuration, channel.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await nodes.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task Messages_to_either_node_are_answered_once_and_in_order()
    {
        for (var turn = 0; turn < 8; turn++) await SayAsync(turn % 2 == 0 ? nodes.First : nodes.Second, $"{turn}", $"m{turn}");

        Assert.Equal(Enumerable.Range(0, 8).Select(turn => $"you said {turn}"), await channel.TextsAsync(8));
        await Task.Delay(300);
        Assert.Equal(8, channel.Received.Count);
    }

    [Fact]
    public async Task What_nobody_asked_for_is_sent_by_one_of_the_nodes_that_know_the_conversation()
    {
        await SayAsync(nodes.First, "x", "m1");
        await SayAsync(nodes.Second, "y", "m2");
        await channel.TextsAsync(2);
        var conversation = nodes.First.Turns.Seen.First().ConversationId;

        await nodes.Second.Turns.RunAsync(new Turn(conversation, "wake-1", ChannelAbilities.Of("webchat"), new WakeDue("promise"), nodes.Second.Clock.GetUtcNow()), default);

        Assert.Equal(["you said x", "you said y", "woken by promise"], await channel.TextsAsync(3));
        await Task.Delay(300);
        Assert.Equal(3, channel.Received.Count);
    }

    [Fact]
    public async Task A_node_that_never_met_the_conversation_brings_what_it_says_itself()
    {
        await SayAsync(nodes.First, "x", "m1");
        await channel.TextsAsync(1);
        var conversation = nodes.First.Turns.Seen.First().ConversationId;

        await nodes.Second.Turns.RunAsync(new Turn(conversation, "wake-1", ChannelAbilities.Of("webchat"), new WakeDue("promise"), nodes.Second.Clock.GetUtcNow()), default);

        Assert.Equal(["you said x", "woken by promise"], await channel.TextsAsync(2));
        Assert.Equal(1, nodes.First.Get<Deliveries>().Remembering);
    }

    [Fact]
    public async Task An_answer_that_takes_its_messages_along_leaves_none_for_the_other_node()
    {
        const string expectReplies = ""","deliveryMode":"expectReplies" """;
        await SayAsync(nodes.Second, "x", "m1");
        await channel.TextsAsync(1);
        for (var turn = 2; turn < 6; turn++)
        {
            var answer = await nodes.First.PostAsync("/api/messages", channel.Message($"{turn}", $"m{turn}", more: expectReplies), channel.Token()).JsonAsync();
            Assert.Equal([$"you said {turn}"], answer["activities"]!.AsArray().Select(activity => activity!["text"]!.GetValue<string>()));
        }
        await SayAsync(nodes.Second, "last", "m9");

        Assert.Equal(["you said x", "you said last"], await channel.TextsAsync(2));
    }

    [Fact]
    public async Task A_reference_that_Redis_lost_is_written_back_by_the_next_message()
    {
        await SayAsync(nodes.First, "x", "m1");
        await channel.TextsAsync(1);
        await redis.Servers[0].AskAsync("FLUSHALL");

        await SayAsync(nodes.First, "y", "m2");

        Assert.Equal(["you said x", "you said y"], await channel.TextsAsync(2));
    }

    private Task<HttpResponseMessage> SayAsync(EdgeHost host, string text, string id) => host.PostAsync("/api/messages", channel.Message(text, id), channel.Token());
}
