using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ServiceBot.Bot.Tests.DirectLine;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Hosting;

/// <summary>A node of several is stopped by its operator: nobody loses a word, and all go elsewhere.</summary>
public sealed class DrainTests(RedisAlone redis) : IClassFixture<RedisAlone>, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task It_ends_its_turns_closes_its_sockets_says_that_it_is_not_ready_and_is_gone_within_ten_seconds()
    {
        await using var way = new TcpProxy(redis.Servers[0].Port);
        Task<HttpResponseMessage>? underWay = null;
        Task<string?>? socket = null;
        HttpStatusCode ready = default, refused = default, read = default;
        var stopping = new Stopwatch();

        var code = await ServiceBotProcess.WhileServingAsync(
            directory.File("data"), async (address, process) =>
            {
                var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", "secret") } };
                var opened = await client.PostAsync("/v3/directline/conversations", null).JsonAsync();
                var path = $"/v3/directline/conversations/{opened["conversationId"]}/activities";
                socket = ClosedAsync((string?)opened["streamUrl"] ?? throw new InvalidOperationException($"No stream: {opened}"));
                way.Delay = TimeSpan.FromMilliseconds(500); // so that a turn takes two seconds
                underWay = SayAsync(client, path, "안녕하세요");
                await Task.Delay(1_000);

                stopping.Start();
                using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                await stop.WaitForExitAsync();
                way.Delay = TimeSpan.Zero;
                await Task.Delay(300);
                ready = (await client.GetAsync("/health/ready")).StatusCode;
                refused = (await SayAsync(client, path, "너무 늦었나요?")).StatusCode;
                read = (await client.GetAsync(path)).StatusCode;
            },
            "--DirectLine:Secret", "secret", "--Redis:Configuration", $"127.0.0.1:{way.Port}", "--Redis:Prefix", OpenNode.NewPrefix(),
            "--Redis:DeadlineMilliseconds", "5000", "--DrainSeconds", "5"); // while it drains, all of this has to come by

        Assert.Equal(0, code);
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(100)); // ten are promised, of a machine that is not busy
        Assert.Equal(HttpStatusCode.OK, (await underWay!).StatusCode);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready, refused, read));
        Assert.Equal("EndpointUnavailable stopping", await socket!);
    }

    public void Dispose() => directory.Dispose();

    private static Task<HttpResponseMessage> SayAsync(HttpClient client, string path, string text) =>
        client.PostAsync(path, new StringContent(new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));

    private static async Task<string?> ClosedAsync(string url)
    {
        using var socket = await DirectLineChat.ListenAsync(url);
        while (await DirectLineChat.FrameAsync(socket) is not null)
        {
            // What is said until then.
        }
        return $"{socket.CloseStatus} {socket.CloseStatusDescription}";
    }
}
