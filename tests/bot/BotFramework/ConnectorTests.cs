using System.Net;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.BotFramework;

/// <summary>What the bot sends to a channel, and what it does when the channel will not have it.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private FakeChannel channel = null!;
    private EdgeHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        host = await EdgeHost.StartAsync(directory: directory.Path, settings: channel.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task The_answer_goes_to_the_channel_as_a_reply_with_the_bots_own_token()
    {
        var answer = await SayAsync("안녕", "in:1");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Equal(["you said 안녕"], await channel.TextsAsync(1));
        var (path, bearer, activity) = Assert.Single(channel.Received);
        Assert.Equal("/v3/conversations/a%3A1%7Cx%3By/activities/in%3A1", path);
        Assert.Equal("token-1", bearer);
        Assert.Equal("in:1", activity["replyToId"]!.GetValue<string>());
        Assert.Equal(("bot", "u1"), (activity["from"]!["id"]!.GetValue<string>(), activity["recipient"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Answers_come_in_order_and_the_token_is_fetched_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SayAsync($"{i}", $"m{i}")));

        var texts = await channel.TextsAsync(8);
        var log = await host.Get<IContextStore>().ReadLogAsync(host.Turns.Seen.First().ConversationId, 0, default);
        Assert.Equal(log.Select(entry => entry.Message?.Text).OfType<string>(), texts);
        Assert.Equal(1, channel.TokensGiven);
    }

    [Fact]
    public async Task The_same_activity_again_is_not_answered_twice()
    {
        await SayAsync("once", "m1");
        await channel.TextsAsync(1);
        await SayAsync("once", "m1");
        await SayAsync("next", "m2");

        Assert.Equal(["you said once", "you said next"], await channel.TextsAsync(2));
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(503, null)]
    [InlineData(502, null)]
    [InlineData(504, null)]
    [InlineData(408, null)]
    public async Task What_may_pass_is_tried_again(int status, string? retryAfter)
    {
        channel.Answers.Enqueue((status, retryAfter));

        await SayAsync("x", "m1");

        Assert.Equal(["you said x"], await channel.TextsAsync(1));
        Assert.Equal(2, channel.Attempts);
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        channel.Answers.Enqueue((429, "2"));
        var start = host.Clock.GetTimestamp();

        await SayAsync("x", "m1");
        await channel.TextsAsync(1);

        Assert.InRange(host.Clock.GetElapsedTime(start).TotalSeconds, 1.9, 20);
    }

    [Fact]
    public async Task There_are_three_attempts_at_most_and_what_comes_later_waits_for_its_turn()
    {
        for (var i = 0; i < 3; i++) channel.Answers.Enqueue((503, "0"));
        await SayAsync("first", "m1");
        for (var i = 0; i < 1500 && channel.Attempts < 3; i++) await Task.Delay(20);
        await Task.Delay(300);
        Assert.Equal(3, channel.Attempts);

        await SayAsync("second", "m2");

        Assert.Equal(["you said first", "you said second"], await channel.TextsAsync(2));
    }

    [Fact]
    public async Task A_refused_token_is_fetched_again_once()
    {
        channel.Answers.Enqueue((401, null));

        await SayAsync("x", "m1");

        Assert.Equal(["you said x"], await channel.TextsAsync(1));
        Assert.Equal("token-2", Assert.Single(channel.Received).Bearer);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task What_a_channel_will_never_take_is_left_behind(int status)
    {
        channel.Answers.Enqueue((status, null));
        await SayAsync("refused", "m1");
        for (var i = 0; i < 1500 && channel.Attempts < 1; i++) await Task.Delay(20);

        await SayAsync("next", "m2");

        Assert.Equal(["you said next"], await channel.TextsAsync(1));
        Assert.Equal(2, channel.Attempts);
    }

    [Fact]
    public async Task What_nobody_asked_for_is_sent_when_it_is_committed()
    {
        await SayAsync("x", "m1");
        await channel.TextsAsync(1);
        var conversation = host.Turns.Seen.First().ConversationId;

        await host.Turns.RunAsync(new Turn(conversation, "wake-1", ChannelAbilities.Of("webchat"), new WakeDue("promise"), host.Clock.GetUtcNow()), default);

        Assert.Equal(["you said x", "woken by promise"], await channel.TextsAsync(2));
        Assert.EndsWith("/activities", channel.Received.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_delivered_is_delivered_after_a_new_start()
    {
        for (var i = 0; i < 3; i++) channel.Answers.Enqueue((503, "0"));
        await SayAsync("x", "m1");
        for (var i = 0; i < 1500 && channel.Attempts < 3; i++) await Task.Delay(20);
        await host.DisposeAsync();

        host = await EdgeHost.StartAsync(directory: directory.Path, settings: channel.Settings);

        Assert.Equal(["you said x"], await channel.TextsAsync(1));
    }

    [Fact]
    public async Task A_channel_that_cannot_be_answered_is_still_acknowledged_at_once()
    {
        channel.Answers.Enqueue((429, "20"));
        await SayAsync("first", "m1");
        for (var i = 0; i < 1500 && channel.Attempts < 1; i++) await Task.Delay(20);
        var start = host.Clock.GetTimestamp();

        Assert.Equal(HttpStatusCode.OK, (await SayAsync("second", "m2")).StatusCode);

        Assert.InRange(host.Clock.GetElapsedTime(start).TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task Expected_replies_are_in_the_answer_and_nothing_is_sent()
    {
        var answer = await host.PostAsync("/api/messages", channel.Message("x", "m1", more: ",\"deliveryMode\":\"expectReplies\""), channel.Token()).JsonAsync();
        await SayAsync("y", "m2");

        Assert.Equal("you said x", answer["activities"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(["you said y"], await channel.TextsAsync(1));
    }

    [Fact]
    public async Task Expected_replies_bring_along_what_could_not_be_delivered_before()
    {
        const string expectReplies = ",\"deliveryMode\":\"expectReplies\"";
        await host.PostAsync("/api/messages", channel.Message("x", "m1", more: expectReplies), channel.Token());
        for (var i = 0; i < 3; i++) channel.Answers.Enqueue((503, "0"));
        await host.Turns.RunAsync(new Turn(host.Turns.Seen.First().ConversationId, "wake-1", ChannelAbilities.Of("webchat"), new WakeDue("promise"), host.Clock.GetUtcNow()), default);
        for (var i = 0; i < 1500 && channel.Attempts < 3; i++) await Task.Delay(20);

        var answer = await host.PostAsync("/api/messages", channel.Message("y", "m2", more: expectReplies), channel.Token()).JsonAsync();
        await SayAsync("z", "m3");

        Assert.Equal(["woken by promise", "you said y"], answer["activities"]!.AsArray().Select(activity => activity!["text"]!.GetValue<string>()).ToArray());
        Assert.Equal(["you said z"], await channel.TextsAsync(1));
    }

    [Fact]
    public async Task A_turn_that_failed_answers_200_and_apologizes()
    {
        Assert.Equal(HttpStatusCode.OK, (await SayAsync("fail", "m1")).StatusCode);

        Assert.Equal(["sorry"], await channel.TextsAsync(1));
    }

    [Fact]
    public async Task A_photograph_is_fetched_from_the_channels_own_service_and_from_nowhere_else()
    {
        await using var canary = await FakeChannel.StartAsync();
        string Photo(string url) => $$""","attachments":[{"contentType":"image/png","contentUrl":"{{url}}"}]""";

        await host.PostAsync("/api/messages", channel.Message("", "m1", more: Photo(channel.Address + "/photo.png")), channel.Token());
        await host.PostAsync("/api/messages", channel.Message("", "m2", more: Photo(canary.Address + "/photo.png")), channel.Token());
        await host.PostAsync("/api/messages", channel.Message("", "m3", more: Photo("file:///etc/passwd")), channel.Token());
        await host.PostAsync("/api/messages", channel.Message("", "m4", more: Photo(channel.Address + "/elsewhere")), channel.Token());

        Assert.Equal(
            [typeof(Photos), typeof(Unreadable), typeof(Unreadable), typeof(Unreadable)],
            host.Turns.Seen.Select(turn => turn.Input.GetType()).ToArray());
    }

    [Fact]
    public async Task While_authentication_is_off_only_this_machine_is_called()
    {
        await using var open = await EdgeHost.StartAsync();

        var outside = await open.PostAsync("/api/messages", channel.Message("x", "m1", serviceUrl: "https://smba.example/"));
        var here = await open.PostAsync("/api/messages", channel.Message("x", "m2"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (outside.StatusCode, here.StatusCode));
        Assert.Equal(["you said x"], await channel.TextsAsync(1));
        Assert.Null(Assert.Single(channel.Received).Bearer);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("20.1.2.3", true)]
    [InlineData("2606:4700::1", true)]
    public void Addresses_of_this_machine_and_of_private_networks_are_not_public(string address, bool expected) =>
        Assert.Equal(expected, ServiceUrls.IsPublic(IPAddress.Parse(address)));

    private Task<HttpResponseMessage> SayAsync(string text, string id) => host.PostAsync("/api/messages", channel.Message(text, id), channel.Token());
}
