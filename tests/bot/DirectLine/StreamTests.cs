using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task The_first_stream_begins_with_the_greeting_and_goes_on_with_what_is_said()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);

        Assert.Equal(["hello"], await DirectLineChat.HearAsync(socket, 1));
        await chat.SayAsync("하나");
        await chat.SayAsync("둘");

        Assert.Equal(["하나", "you said 하나", "둘", "you said 둘"], await DirectLineChat.HearAsync(socket, 4));
    }

    [Fact]
    public async Task A_dropped_stream_goes_on_at_its_watermark_with_nothing_lost_or_doubled()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using (var first = await DirectLineChat.ListenAsync(chat.StreamUrl))
        {
            await DirectLineChat.HearAsync(first, 1);
            first.Abort();
        }
        await chat.SayAsync("meanwhile");

        var again = await host.GetAsync(chat.Path + "?watermark=1", chat.Token).JsonAsync();
        using var second = await DirectLineChat.ListenAsync(again["streamUrl"]!.GetValue<string>());
        await chat.SayAsync("later");

        Assert.Equal(["meanwhile", "you said meanwhile", "later", "you said later"], await DirectLineChat.HearAsync(second, 4));
    }

    [Fact]
    public async Task Each_activity_comes_in_a_frame_of_its_own_with_the_watermark_after_it()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);

        Assert.Equal("1", JsonNode.Parse(await DirectLineChat.FrameAsync(socket) ?? "")!["watermark"]!.GetValue<string>());
        await chat.SayAsync("하나");
        Assert.Equal("2", JsonNode.Parse(await DirectLineChat.FrameAsync(socket) ?? "")!["watermark"]!.GetValue<string>());
        Assert.Equal("3", JsonNode.Parse(await DirectLineChat.FrameAsync(socket) ?? "")!["watermark"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_idle_stream_is_kept_alive_and_finds_what_no_notice_told()
    {
        await using var host = await EdgeHost.StartAsync(settings: ("DirectLine:KeepAliveSeconds", "1"));
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        Assert.Equal("", await DirectLineChat.FrameAsync(socket));
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, default);
        Assert.Equal("", await DirectLineChat.FrameAsync(socket));
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task A_second_stream_of_a_conversation_closes_the_first_as_a_collision()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var first = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(first, 1);
        using var second = await DirectLineChat.ListenAsync(chat.StreamUrl);

        Assert.Null(await DirectLineChat.FrameAsync(first));
        Assert.Equal("collision", first.CloseStatusDescription);
        Assert.Equal(["hello"], await DirectLineChat.HearAsync(second, 1));
    }

    [Fact]
    public async Task Typing_shows_while_an_answer_takes_long_and_stands_in_no_log()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        await chat.SayAsync("slow");

        Assert.Equal(["typing", "slow", "you said slow"], await DirectLineChat.HearAsync(socket, 3));
        Assert.Equal(["hello", "slow", "you said slow"], DirectLineChat.Texts(await chat.ReadAsync()));
    }

    [Fact]
    public async Task A_turn_that_failed_may_be_sent_again_and_is_apologized_for_in_the_stream()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        var answer = await chat.SayAsync("fail");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("ServiceUnavailable", (await answer.JsonAsync())["error"]!["code"]!.GetValue<string>());

        Assert.Equal(["sorry"], await DirectLineChat.HearAsync(socket, 1));
        Assert.Equal(["hello"], DirectLineChat.Texts(await chat.ReadAsync()));
    }

    [Fact]
    public async Task While_the_log_cannot_be_read_clients_wait_and_then_find_everything()
    {
        await using var host = await EdgeHost.StartAsync(settings: ("DirectLine:KeepAliveSeconds", "1"));
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        host.LoseTheLog();
        var polled = await chat.ReadAsync("1");
        Assert.Equal("", await DirectLineChat.FrameAsync(socket));
        host.FindTheLog();
        await chat.SayAsync("하나");

        Assert.Equal(("1", 0), (polled["watermark"]!.GetValue<string>(), polled["activities"]!.AsArray().Count));
        Assert.Equal(["하나", "you said 하나"], await DirectLineChat.HearAsync(socket, 2));
    }

    [Fact]
    public async Task A_message_that_nobody_asked_for_comes_into_the_stream()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        await host.Turns.RunAsync(new(chat.Conversation, "wake-1", Dialogs.Turns.Channel.Internal, new Dialogs.Turns.WakeDue("promise"), host.Clock.GetUtcNow()), default);

        Assert.Equal(["woken by promise"], await DirectLineChat.HearAsync(socket, 1));
    }

    [Fact]
    public async Task What_is_said_and_answered_on_another_channel_comes_into_the_stream()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = await DirectLineChat.ListenAsync(chat.StreamUrl);
        await DirectLineChat.HearAsync(socket, 1);

        await host.Turns.RunAsync(new(chat.Conversation, "call-1", new("voice") { Speaks = true }, new Dialogs.Turns.Utterance("이번"), host.Clock.GetUtcNow()), default);
        var heard = new[] { JsonNode.Parse(await DirectLineChat.FrameAsync(socket) ?? "")!, JsonNode.Parse(await DirectLineChat.FrameAsync(socket) ?? "")! }.Select(frame => frame["activities"]![0]!).ToArray();

        Assert.Equal([("이번", "user"), ("you said 이번", "bot")], heard.Select(activity => (activity["text"]!.GetValue<string>(), activity["from"]!["role"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("https://shop.example", null)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    public async Task A_stream_opens_only_from_an_origin_that_the_token_names(string origin, HttpStatusCode? refusal)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host, """{"trustedOrigins":["https://shop.example"]}""");
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        socket.Options.SetRequestHeader("Origin", origin);

        if (refusal is null) await socket.ConnectAsync(new Uri(chat.StreamUrl), default);
        else await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(chat.StreamUrl), default));

        Assert.Equal(refusal ?? HttpStatusCode.SwitchingProtocols, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData("t=nonsense", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task A_bad_stream_address_is_refused_before_the_upgrade(string query, HttpStatusCode expected)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"{host.Address.Replace("http", "ws", StringComparison.Ordinal)}{chat.Path}/stream?{query}"), default));

        Assert.Equal(expected, socket.HttpStatusCode);
    }

    [Fact]
    public async Task The_streams_address_is_that_of_the_outside_behind_a_proxy_on_this_machine()
    {
        await using var host = await EdgeHost.StartAsync();

        var opened = await host.PostAsync("/v3/directline/conversations", "", EdgeHost.Secret, ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "chat.shop.example")).JsonAsync();

        Assert.StartsWith("wss://chat.shop.example/v3/directline/conversations/", opened["streamUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_streams_address_is_that_of_the_setting_where_there_is_one()
    {
        await using var host = await EdgeHost.StartAsync(settings: ("DirectLine:PublicBaseUrl", "https://chat.shop.example/bot/"));

        var opened = await host.PostAsync("/v3/directline/conversations", "", EdgeHost.Secret).JsonAsync();

        Assert.StartsWith("wss://chat.shop.example/bot/v3/directline/conversations/", opened["streamUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
