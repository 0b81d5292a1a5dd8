using System.Net;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.BotFramework;

public sealed class InvokeTests
{
    [Fact]
    public async Task An_unknown_invoke_is_501_and_empty()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages", """{"type":"invoke","name":"task/fetch","channelId":"msteams","conversation":{"id":"c"}}""");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_invoke_that_expects_replies_gets_an_empty_list()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages", """{"type":"invoke","name":"task/fetch","channelId":"msteams","conversation":{"id":"c"},"deliveryMode":"expectReplies"}""").JsonAsync();

        Assert.Empty(answer["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_cards_button_is_taken_as_words_and_answered_in_the_same_breath()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages",
            """{"type":"invoke","id":"i1","name":"adaptiveCard/action","channelId":"msteams","conversation":{"id":"c"},"value":{"action":{"type":"Action.Execute","data":{"choice":"L-2"}}}}""").JsonAsync();

        Assert.Equal((200, "application/vnd.microsoft.activity.message", "you said L-2"), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.GetValue<string>(), answer["value"]!.GetValue<string>()));
        Assert.Equal(new Utterance("L-2"), Assert.Single(host.Turns.Seen).Input);
    }

    [Fact]
    public async Task A_cards_button_that_says_nothing_is_400_in_the_shape_that_clients_know()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/api/messages", """{"type":"invoke","name":"adaptiveCard/action","channelId":"msteams","conversation":{"id":"c"},"value":{"action":[]}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await answer.JsonAsync();
        Assert.Equal((400, "application/vnd.microsoft.error", "BadRequest"), (body["statusCode"]!.GetValue<int>(), body["type"]!.GetValue<string>(), body["value"]!["code"]!.GetValue<string>()));
    }
}
