using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>From "a person please", sent on the web chat, to the offer as the agent's screen hears of it: one after the other, each declined by being ended.</summary>
internal static class OfferBenchmarks
{
    private const int WarmUps = 10;

    public static async Task<int> RunAsync(int times)
    {
        await using var redis = await RedisServer.StartAsync();
        using var bot = await ServedBot.BotAsync("--Redis:Configuration", redis.Configuration, "--Redis:DeadlineMilliseconds", "5000", "--Desk:OfferSeconds", "60", "--Privacy:Keys:0", Convert.ToBase64String(new byte[32]));
        bot.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "bench");
        var address = bot.Http.BaseAddress ?? throw new InvalidOperationException("The bot has no address.");
        await using var agent = new AgentDesk([address], "jieun", "desk-demo");
        await agent.SignInAsync();
        using var ending = new CancellationTokenSource();
        var running = agent.RunAsync(ending.Token);
        await agent.ConnectedAsync(TimeSpan.FromSeconds(30));
        var took = new List<double>();
        for (var number = 0; number < WarmUps + times; number++)
        {
            var opened = await PostAsync(bot.Http, "/v3/directline/conversations", new JsonObject());
            var conversation = (string?)opened["conversationId"] ?? "";
            var asked = Stopwatch.GetTimestamp();
            await PostAsync(bot.Http, $"/v3/directline/conversations/{conversation}/activities", new JsonObject { ["type"] = "message", ["text"] = "상담원 바꿔 주세요", ["from"] = new JsonObject { ["id"] = $"u{number}" } });
            var offered = await agent.OfferedAsync(conversation, TimeSpan.FromSeconds(30));
            if (number >= WarmUps) took.Add(Stopwatch.GetElapsedTime(asked, offered.At).TotalMilliseconds);
            await agent.ServeAsync(offered.Item, null);
        }
        await ending.CancelAsync();
        await running;
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"offer: {times} times, p50 {took[times / 2]:0} ms, p99 {took[times * 99 / 100]:0} ms, longest {took[^1]:0} ms; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        return 0;
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, JsonNode body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()) ?? new JsonObject();
    }
}
