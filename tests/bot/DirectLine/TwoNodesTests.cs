using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.DirectLine;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>Any node takes any request, and the socket may be on another node than the turn.</summary>
public sealed class TwoNodesTests(RedisAlone redis) : IClassFixture<RedisAlone>
{
    private const string Script = "directline.cjs";

    [Fact]
    public async Task What_is_said_to_one_node_is_heard_on_the_other_at_once_and_in_order()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);
        var chat = await DirectLineChat.StartAsync(nodes.First);
        using var socket = await DirectLineChat.ListenAsync(On(nodes.Second, chat.StreamUrl));

        Assert.Equal(["hello"], await DirectLineChat.HearAsync(socket, 1));
        for (var turn = 0; turn < 10; turn++) await SayAsync(turn % 2 == 0 ? nodes.First : nodes.Second, chat, $"{turn}");

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(turn => (string[])[$"{turn}", $"you said {turn}"]), await DirectLineChat.HearAsync(socket, 20));
    }

    [Fact]
    public async Task Typing_and_what_stands_in_no_log_finds_the_socket_on_the_other_node()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);
        var chat = await DirectLineChat.StartAsync(nodes.First);
        using var socket = await DirectLineChat.ListenAsync(On(nodes.Second, chat.StreamUrl));
        await DirectLineChat.HearAsync(socket, 1);

        await SayAsync(nodes.First, chat, "slow");
        Assert.Equal(["typing", "slow", "you said slow"], await DirectLineChat.HearAsync(socket, 3));
        await SayAsync(nodes.First, chat, "fail");
        Assert.Equal(["sorry"], await DirectLineChat.HearAsync(socket, 1));
    }

    [Fact]
    public async Task A_stream_that_is_opened_on_the_other_node_closes_the_one_before()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);
        var chat = await DirectLineChat.StartAsync(nodes.First);
        using var first = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(first, 1);

        using var second = await DirectLineChat.ListenAsync(On(nodes.Second, chat.StreamUrl));

        Assert.Null(await DirectLineChat.FrameAsync(first));
        Assert.Equal("collision", first.CloseStatusDescription);
        Assert.Equal(["hello"], await DirectLineChat.HearAsync(second, 1));
    }

    [Fact]
    public async Task A_lost_notice_costs_no_more_than_a_keepalive()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration, ("DirectLine:KeepAliveSeconds", "1"));
        var chat = await DirectLineChat.StartAsync(nodes.First);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        // Committed by a node that dies before it can tell anybody.
        var dying = nodes.Second.Get<IContextStore>();
        var loaded = await dying.LoadAsync(chat.Conversation, "directline", "e-1", default);
        Assert.True(await dying.CommitAsync(Context.Commits.After(loaded.Context, chat.Conversation, "e-1"), default));

        Assert.Contains("무엇을 도와드릴까요?", await DirectLineChat.HearAsync(socket, 2));
    }

    [Fact]
    public async Task A_token_of_one_node_is_good_on_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);
        var chat = await DirectLineChat.StartAsync(nodes.First);

        Assert.Equal(HttpStatusCode.OK, (await nodes.Second.PostAsync("/v3/directline/tokens/refresh", "", chat.Token)).StatusCode);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_agree_on_the_keys()
    {
        var prefix = OpenNode.NewPrefix();
        var nodes = Enumerable.Range(0, 5).Select(_ => new OpenNode(redis.Configuration, prefix)).ToList();
        var keys = nodes.ConvertAll(node => new TokenKeys(new RedisTokenRing(node.Link), node.Clock, NullLogger<TokenKeys>.Instance));
        await Task.WhenAll(keys.Select(ring => ring.RenewAsync(default)));

        Assert.Single(keys.Select(ring => ring.Newest().KeyId).Distinct());

        await redis.Servers[0].AskAsync("DEL", $"{prefix}:keys:directline"); // Redis was emptied: those that know the keys write them back
        foreach (var ring in keys) await ring.RenewAsync(default);
        Assert.Single(keys.Select(ring => ring.Newest().KeyId).Distinct());
        foreach (var ring in keys) ring.Dispose();
        foreach (var node in nodes) node.Dispose();
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task The_official_client_whose_connections_go_to_either_node_receives_everything_once_and_in_order(string how)
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);

        var seen = await NodeClient.RunAsync(Script, how, nodes.Address, await TokensAsync(nodes, 1));

        Assert.Equal(["hello", "하나", "you said 하나", "둘", "you said 둘"], Texts(seen["texts"]));
        Assert.True(seen["echoed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_official_client_comes_back_to_whichever_node_with_nothing_lost_or_doubled()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);

        var seen = await NodeClient.RunAsync(Script, "drop", nodes.Address, await TokensAsync(nodes, 1));

        Assert.Equal(["hello", "before", "you said before", "meanwhile", "you said meanwhile", "after", "you said after"], Texts(seen["texts"]));
        Assert.Equal(7, seen["distinct"]!.GetValue<int>());
    }

    [Fact]
    public async Task Fifty_official_clients_talk_over_both_nodes_and_each_hears_only_its_own()
    {
        await using var nodes = await TwoNodes.StartAsync(redis.Configuration);

        var seen = await NodeClient.RunAsync(Script, "many", nodes.Address, await TokensAsync(nodes, 50));

        var all = seen["all"]!.AsArray();
        for (var i = 0; i < 50; i++) Assert.Equal(["hello", $"I am {i}", $"you said I am {i}"], Texts(all[i]));
    }

    private static string On(EdgeHost host, string streamUrl) => new UriBuilder(streamUrl) { Port = new Uri(host.Address).Port }.Uri.ToString();

    private static Task<HttpResponseMessage> SayAsync(EdgeHost host, DirectLineChat chat, string text) =>
        host.PostAsync(chat.Path + "/activities", new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString(), chat.Token);

    private static string[] Texts(JsonNode? texts) => [.. texts!.AsArray().Select(text => text!.GetValue<string>())];

    private static async Task<List<string>> TokensAsync(TwoNodes nodes, int count)
    {
        var tokens = new List<string>();
        for (var i = 0; i < count; i++)
            tokens.Add((await nodes.First.PostAsync("/v3/directline/tokens/generate", """{"user":{"id":"dl_u1"}}""", EdgeHost.Secret).JsonAsync())["token"]!.GetValue<string>());
        return tokens;
    }
}
