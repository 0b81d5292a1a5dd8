using System.Net;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task The_first_start_answers_201_and_a_second_one_200_with_the_same_conversation()
    {
        await using var host = await EdgeHost.StartAsync();
        var token = (await host.PostAsync("/v3/directline/tokens/generate", "", EdgeHost.Secret).JsonAsync())["token"]!.GetValue<string>();

        var first = await host.PostAsync("/v3/directline/conversations", """{"user":{}}""", token);
        var second = await host.PostAsync("/v3/directline/conversations", """{"user":{}}""", token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal((await first.JsonAsync())["conversationId"]!.GetValue<string>(), (await second.JsonAsync())["conversationId"]!.GetValue<string>());
        Assert.Equal(1800, (await second.JsonAsync())["expires_in"]!.GetValue<int>());
        Assert.Single(await new DirectLineChat(host, (await second.JsonAsync())["conversationId"]!.GetValue<string>(), token, "").ReadAsync() is var batch ? DirectLineChat.Texts(batch) : []);
    }

    [Fact]
    public async Task A_conversation_whose_greeting_cannot_be_said_now_is_opened_and_greeted_later()
    {
        await using var host = await EdgeHost.StartAsync();
        host.Turns.FailsToStart = 1;

        var opened = await host.PostAsync("/v3/directline/conversations", """{"user":{}}""", EdgeHost.Secret);
        var conversation = await opened.JsonAsync();
        var activities = $"/v3/directline/conversations/{conversation["conversationId"]}/activities";
        var token = conversation["token"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var waited = System.Diagnostics.Stopwatch.StartNew();
        JsonArray said;
        while ((said = (await (await host.GetAsync(activities, token)).JsonAsync())["activities"]!.AsArray()).Count == 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "The greeting never came.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Single(said);
    }

    [Fact]
    public async Task What_is_sent_is_echoed_with_its_client_id_and_answered_in_one_order()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var sent = await chat.SayAsync("안녕하세요", "c-1").JsonAsync();
        var batch = await chat.ReadAsync();

        Assert.Equal(["hello", "안녕하세요", "you said 안녕하세요"], DirectLineChat.Texts(batch));
        var echo = batch["activities"]![1]!;
        Assert.Equal(sent["id"]!.GetValue<string>(), echo["id"]!.GetValue<string>());
        Assert.Equal($"{chat.Conversation}|0000002", echo["id"]!.GetValue<string>());
        Assert.Equal("c-1", echo["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal(("dl_u1", "user"), (echo["from"]!["id"]!.GetValue<string>(), echo["from"]!["role"]!.GetValue<string>()));
        Assert.Equal(sent["id"]!.GetValue<string>(), batch["activities"]![2]!["replyToId"]!.GetValue<string>());
        Assert.Equal("3", batch["watermark"]!.GetValue<string>());
        var times = batch["activities"]!.AsArray().Select(activity => activity!["timestamp"]!.GetValue<string>()).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task The_sender_is_whom_the_token_names_whatever_the_client_says()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        await host.PostAsync(chat.Path + "/activities", """{"type":"message","text":"x","from":{"id":"dl_other","role":"bot"}}""", chat.Token);

        var from = (await chat.ReadAsync("1"))["activities"]![0]!["from"]!;
        Assert.Equal(("dl_u1", "user"), (from["id"]!.GetValue<string>(), from["role"]!.GetValue<string>()));
        Assert.Equal("dl_u1", host.Turns.Seen.Last().From);
    }

    [Fact]
    public async Task The_same_client_activity_id_again_is_answered_once()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var first = await chat.SayAsync("again", "c-7").JsonAsync();
        var second = await chat.SayAsync("again", "c-7").JsonAsync();

        Assert.Equal(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());
        Assert.Equal(["hello", "again", "you said again"], DirectLineChat.Texts(await chat.ReadAsync()));
    }

    [Theory]
    [InlineData("2", new[] { "you said 하나" }, "3")]
    [InlineData("3", new string[0], "3")]
    [InlineData("99", new string[0], "3")]
    public async Task Reading_goes_on_after_the_watermark(string watermark, string[] texts, string next)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        await chat.SayAsync("하나");

        var batch = await chat.ReadAsync(watermark);

        Assert.Equal(texts, DirectLineChat.Texts(batch));
        Assert.Equal(next, batch["watermark"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task An_odd_watermark_is_refused_with_400(string watermark)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var answer = await host.GetAsync($"{chat.Path}/activities?watermark={watermark}", chat.Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(watermark, (await answer.JsonAsync())["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"message",""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","text":"a","text":"b"}""")]
    [InlineData("""{"type":"message","text":5}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    public async Task A_malformed_activity_is_refused_with_400(string body)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var answer = await host.PostAsync(chat.Path + "/activities", body, chat.Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BadArgument", (await answer.JsonAsync())["error"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(40_000_000)]
    public async Task An_oversize_activity_is_refused_with_413(int size)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        var answer = await chat.SayAsync(new string('a', size));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_conversation_that_was_never_opened_is_not_found()
    {
        await using var host = await EdgeHost.StartAsync();
        var made = await host.PostAsync("/v3/directline/tokens/generate", "", EdgeHost.Secret).JsonAsync();
        var path = $"/v3/directline/conversations/{made["conversationId"]}";
        var token = made["token"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(path, token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(path + "/activities", token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync(path + "/activities", """{"type":"message","text":"x"}""", token)).StatusCode);
    }

    [Fact]
    public async Task A_programs_expectations_stand_in_the_channel_data()
    {
        await using var host = await EdgeHost.StartAsync();
        host.Turns.Answer = _ => Samples.WhichItem;
        var chat = await DirectLineChat.StartAsync(host);

        var data = (await chat.ReadAsync())["activities"]![0]!["channelData"]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Samples.WhichItemData), data), data.ToJsonString());
    }
}
