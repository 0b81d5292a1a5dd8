using System.Globalization;
using System.Net.Http.Json;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>
/// A turn on Redis and on the embedded store, beside what it cannot be cheaper than: rounds of each in turn, so that a machine that slows down slows
/// all of them; the medians of the rounds are compared.
/// </summary>
internal static class RedisTurnBenchmarks
{
    private const int Connections = 64;
    private const int Rounds = 7;
    private const int Seconds = 5;

    public static async Task<int> RunAsync()
    {
        await using var redis = await RedisServer.StartAsync();
        using var floor = await ServedBot.FloorAsync(redis.Configuration);
        using var onRedis = await ServedBot.BotAsync("--Redis:Configuration", redis.Configuration, "--Redis:DeadlineMilliseconds", "5000");
        using var embedded = await ServedBot.BotAsync();
        (string Name, ServedBot Server, Func<int, int, int, Task<bool>> Call)[] all =
        [
            ("parse", floor, (loop, lane, number) => PostAsync(floor.Http, "/parse", loop, lane, number)),
            ("floor: parse, GET, EVALSHA", floor, (loop, lane, number) => PostAsync(floor.Http, "/floor", loop, lane, number)),
            ($"{Talk.WithoutShop.Name}, Redis", onRedis, (loop, lane, number) => TurnBenchmarks.TurnAsync(onRedis.Http, Talk.WithoutShop, loop, lane, number)),
            ($"{Talk.Return.Name}, Redis", onRedis, (loop, lane, number) => TurnBenchmarks.TurnAsync(onRedis.Http, Talk.Return, loop, lane, number)),
            ($"{Talk.Return.Name}, embedded", embedded, (loop, lane, number) => TurnBenchmarks.TurnAsync(embedded.Http, Talk.Return, loop, lane, number)),
        ];
        foreach (var (name, server, call) in all) await ClosedLoop.WarmAsync(name, Connections, call, server.Process);
        var results = all.Select(_ => new List<LoopResult>()).ToArray();
        for (var round = 0; round < Rounds; round++)
            for (var which = 0; which < all.Length; which++)
                results[which].Add(await ClosedLoop.RunAsync(all[which].Name, Connections, Seconds, all[which].Call, all[which].Server.Process));
        var (base_, bar) = (Median(results[1], result => result.Rate), Median(results[1], result => result.P99));
        for (var which = 0; which < all.Length; which++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{all[which].Name,-34} {Median(results[which], result => result.Rate) / base_:0.00} of the floor's rate, {Median(results[which], result => result.P99) / bar:0.0} of its p99, {Median(results[which], result => result.Cpu):0.000} ms of its CPU"));
        return results.Sum(result => result.Sum(round => round.Failed)) == 0 ? 0 : 1;
    }

    private static double Median(List<LoopResult> rounds, Func<LoopResult, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);

    private static async Task<bool> PostAsync(HttpClient http, string path, int loop, int lane, int number)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), new
        {
            type = "message", id = $"{loop}-{lane}-{number}", channelId = "benchmark", serviceUrl = "http://127.0.0.1/", deliveryMode = "expectReplies",
            from = new { id = $"u{lane}" }, recipient = new { id = "servicebot" }, conversation = new { id = $"{loop}-{lane}-{number / 4}" }, locale = "ko-KR", text = "환불 얼마나 걸려요?",
        });
        return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains("replyToId", StringComparison.Ordinal);
    }
}
