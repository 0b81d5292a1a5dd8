using System.Net;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.BotFramework;

public sealed class ExpectRepliesTests
{
    private const string Hello =
        """
        {"type":"message","id":"in-1","channelId":"webchat","from":{"id":"u1"},"recipient":{"id":"servicebot"},"conversation":{"id":"c:1;x"},
        "locale":"ko-KR","text":"배송 조회","deliveryMode":"expectReplies","callerId":"x","somethingNew":{"kept":true}}
        """;

    [Fact]
    public async Task The_replies_come_in_the_answer_with_sender_and_recipient_swapped()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages", Hello);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reply = Assert.Single((await answer.JsonAsync())["activities"]!.AsArray())!;
        Assert.Equal("you said 배송 조회", reply["text"]!.GetValue<string>());
        Assert.Equal(("servicebot", "u1"), (reply["from"]!["id"]!.GetValue<string>(), reply["recipient"]!["id"]!.GetValue<string>()));
        Assert.Equal(("c:1;x", "in-1"), (reply["conversation"]!["id"]!.GetValue<string>(), reply["replyToId"]!.GetValue<string>()));
        Assert.Null(reply["id"]);
    }

    [Fact]
    public async Task The_same_activity_again_gets_the_same_reply()
    {
        await using var host = await EdgeHost.StartAsync();

        var first = await host.PostAsync("/api/messages", Hello).JsonAsync();
        var second = await host.PostAsync("/api/messages", Hello).JsonAsync();

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task A_member_who_joins_is_greeted_and_the_bot_itself_is_not()
    {
        await using var host = await EdgeHost.StartAsync();

        var bot = await host.PostAsync("/api/messages", Joined("servicebot")).JsonAsync();
        var customer = await host.PostAsync("/api/messages", Joined("u1")).JsonAsync();

        Assert.Empty(bot["activities"]!.AsArray());
        Assert.Equal("hello", customer["activities"]![0]!["text"]!.GetValue<string>());
        Assert.IsType<Started>(Assert.Single(host.Turns.Seen).Input);

        static string Joined(string who) =>
            $$"""{"type":"conversationUpdate","channelId":"webchat","conversation":{"id":"c2"},"recipient":{"id":"servicebot"},"membersAdded":[{"id":"{{who}}"}],"deliveryMode":"expectReplies"}""";
    }

    [Theory]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("somethingOfTomorrow")]
    public async Task Other_types_are_accepted_and_say_nothing(string type)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages", $$"""{"type":"{{type}}","channelId":"webchat","conversation":{"id":"c3"} }""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Empty(host.Turns.Seen);
    }

    [Theory]
    [InlineData("""{"type":"message","value":"yes"}""", "yes")]
    [InlineData("""{"type":"message","value":{"text":"둘째"}}""", "둘째")]
    [InlineData("""{"type":"message","value":{"choice":"L-2"}}""", "L-2")]
    [InlineData("""{"type":"message","value":3}""", "3")]
    public async Task The_value_of_a_cards_button_is_taken_as_words(string body, string words)
    {
        await using var host = await EdgeHost.StartAsync();

        await host.PostAsync("/api/messages", body.Replace("{\"type\"", "{\"channelId\":\"webchat\",\"conversation\":{\"id\":\"c4\"},\"deliveryMode\":\"expectReplies\",\"type\"", StringComparison.Ordinal));

        Assert.Equal(new Utterance(words), Assert.Single(host.Turns.Seen).Input);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    public async Task Only_POST_is_answered(string method, HttpStatusCode expected)
    {
        await using var host = await EdgeHost.StartAsync();

        Assert.Equal(expected, (await host.SendAsync(new HttpMethod(method), "/api/messages", null, new StringContent("{}"))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","text":"no conversation","channelId":"webchat"}""")]
    [InlineData("""{"type":"message","text":"no channel","conversation":{"id":"c"}}""")]
    public async Task A_malformed_activity_is_refused_with_400_and_a_reason(string body)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await answer.JsonAsync())["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_oversize_activity_is_refused_with_413()
    {
        await using var host = await EdgeHost.StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync("/api/messages", new string(' ', 300_000))).StatusCode);
    }
}
