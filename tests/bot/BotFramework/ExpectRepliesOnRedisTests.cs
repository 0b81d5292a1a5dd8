using System.Globalization;
using ServiceBot.Bot.Tests.Nodes;

namespace ServiceBot.Bot.Tests.BotFramework;

/// <summary>What a turn asks of Redis where the answer takes its replies along.</summary>
public sealed class ExpectRepliesOnRedisTests(RedisAlone redis) : IClassFixture<RedisAlone>
{
    private const int Turns = 10;

    [Fact]
    public async Task A_turn_is_one_load_and_one_commit()
    {
        await using var host = await EdgeHost.StartAsync(settings: [("Redis:Configuration", redis.Configuration), ("Redis:DeadlineMilliseconds", "5000")]);
        await SayAsync(host, "first"); // which also keeps how the conversation is reached
        var (loads, scripts) = (await CallsAsync("get"), await CallsAsync("evalsha"));

        for (var turn = 0; turn < Turns; turn++) await SayAsync(host, $"{turn}");
        await Task.Delay(300);

        Assert.Equal((Turns, Turns), (await CallsAsync("get") - loads, await CallsAsync("evalsha") - scripts));
    }

    private static async Task SayAsync(EdgeHost host, string text)
    {
        var answer = await host.PostAsync(
            "/api/messages", $$"""{"type":"message","id":"{{text}}","channelId":"webchat","conversation":{"id":"c1"},"from":{"id":"u1"},"serviceUrl":"http://127.0.0.1/","text":"{{text}}","deliveryMode":"expectReplies"}""").JsonAsync();
        Assert.Equal("you said " + text, Assert.Single(answer["activities"]!.AsArray())!["text"]!.GetValue<string>());
    }

    private async Task<int> CallsAsync(string command)
    {
        var line = (await redis.Servers[0].AskAsync("INFO", "commandstats")).Split('\n').FirstOrDefault(line => line.StartsWith($"cmdstat_{command}:calls=", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.Split('=', ',')[1], CultureInfo.InvariantCulture);
    }
}
