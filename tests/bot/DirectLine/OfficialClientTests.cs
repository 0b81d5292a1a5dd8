using System.Text.Json.Nodes;
using ServiceBot.Bot.Tests.Hosting;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>botframework-directlinejs from npm, unmodified, against the running server.</summary>
public sealed class OfficialClientTests
{
    private const string Script = "directline.cjs";

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task It_starts_sends_and_receives_everything_once_and_in_order(string how)
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, how, host.Address, await TokensAsync(host, 1));

        Assert.Equal(["hello", "하나", "you said 하나", "둘", "you said 둘"], Texts(seen["texts"]));
        Assert.True(seen["echoed"]!.GetValue<bool>());
        Assert.Equal([0, 1, 2], seen["statuses"]!.AsArray().Take(3).Select(status => status!.GetValue<int>()));
    }

    [Fact]
    public async Task It_comes_back_after_a_drop_with_nothing_lost_or_doubled()
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, "drop", host.Address, await TokensAsync(host, 1));

        Assert.Equal(["hello", "before", "you said before", "meanwhile", "you said meanwhile", "after", "you said after"], Texts(seen["texts"]));
        Assert.Equal(7, seen["distinct"]!.GetValue<int>());
        Assert.Equal(2, seen["sockets"]!.GetValue<int>());
    }

    [Fact]
    public async Task It_refreshes_its_token_and_goes_on()
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, "refresh", host.Address, await TokensAsync(host, 1));

        Assert.Equal(["hello", "with a fresh token", "you said with a fresh token"], Texts(seen["texts"]));
    }

    [Fact]
    public async Task Fifty_of_them_talk_at_once_and_each_hears_only_its_own()
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, "many", host.Address, await TokensAsync(host, 50));

        var all = seen["all"]!.AsArray();
        Assert.Equal(50, all.Count);
        for (var i = 0; i < 50; i++) Assert.Equal(["hello", $"I am {i}", $"you said I am {i}"], Texts(all[i]));
    }

    [Fact]
    public async Task It_fails_to_connect_with_a_bad_token()
    {
        await using var host = await EdgeHost.StartAsync();
        const string payload = "eyJ1c2VyIjoiZGxfdTEifQ"; // {"user":"dl_u1"}: the client looks into it

        var seen = await NodeClient.RunAsync(Script, "refused", host.Address, [$"eyJhbGciOiJIUzI1NiJ9.{payload}.AAAA"]);

        Assert.Equal([0, 1, 4], seen["statuses"]!.AsArray().Select(status => status!.GetValue<int>()).ToArray());
    }

    [Fact]
    public async Task It_learns_that_its_token_has_run_out()
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, "expired", host.Address, await TokensAsync(host, 1), () => host.Clock.Shift = TimeSpan.FromHours(1));

        Assert.Equal("retry", seen["result"]!.GetValue<string>());
        Assert.True(seen["expired"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("failedPolling")]
    [InlineData("failedWebsocket", "sorry")]
    public async Task It_learns_that_a_message_was_not_taken_and_sends_it_again(string how, params string[] apology)
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, how, host.Address, await TokensAsync(host, 1));

        Assert.Equal("retry", seen["first"]!.GetValue<string>());
        Assert.Equal(["hello", .. apology, "fail once", "you said fail once"], Texts(seen["texts"]));
    }

    [Fact]
    public async Task It_is_told_when_a_message_is_too_large_and_goes_on()
    {
        await using var host = await EdgeHost.StartAsync();

        var seen = await NodeClient.RunAsync(Script, "oversize", host.Address, await TokensAsync(host, 1));

        Assert.Equal(413, seen["refused"]!.GetValue<int>());
        Assert.Equal(["hello", "small", "you said small"], Texts(seen["texts"]));
    }

    [Fact]
    public async Task Fifty_of_them_talk_with_the_whole_bot_at_once_with_nothing_lost_or_doubled()
    {
        using var directory = new TemporaryDirectory();
        JsonNode? seen = null;

        await ServiceBotProcess.WhileServingAsync(
            directory.Path, async address =>
            {
                using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", "whole") } };
                var tokens = new List<string>();
                for (var i = 0; i < 50; i++) tokens.Add((await client.PostAsync("/v3/directline/tokens/generate", null).JsonAsync())["token"]!.GetValue<string>());
                seen = await NodeClient.RunAsync(Script, "whole", address.GetLeftPart(UriPartial.Authority), tokens);
            },
            "--DirectLine:Secret", "whole");

        var all = seen!["all"]!.AsArray();
        Assert.Equal(50, all.Count);
        Assert.All(all, chat =>
        {
            var places = chat!["places"]!.AsArray().Select(place => place!.GetValue<int>()).ToList();
            Assert.Equal(Enumerable.Range(1, places.Count), places);
            Assert.True(places.Count >= 5, chat.ToJsonString());
        });
    }

    private static string[] Texts(JsonNode? texts) => [.. texts!.AsArray().Select(text => text!.GetValue<string>())];

    private static async Task<List<string>> TokensAsync(EdgeHost host, int count)
    {
        var tokens = new List<string>();
        for (var i = 0; i < count; i++)
            tokens.Add((await host.PostAsync("/v3/directline/tokens/generate", """{"user":{"id":"dl_u1"}}""", EdgeHost.Secret).JsonAsync())["token"]!.GetValue<string>());
        return tokens;
    }
}
