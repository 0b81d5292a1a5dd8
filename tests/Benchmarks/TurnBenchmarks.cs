using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceBot.Benchmarks;

/// <summary>
/// Turns a second and latency through /api/messages with expectReplies, closed loop, beside the liveness endpoint of the same process as the floor.
/// Reply texts are checked: an apology counts as a failure, so that a bot that only says sorry does not win.
/// </summary>
internal static class TurnBenchmarks
{
    private const int Connections = 16;
    // Each loop talks in conversations of its own: one that was warmed up would answer a hello otherwise.
    private static int loop;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(Uri bot)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections * 2 }) { BaseAddress = bot };
        await LoopAsync(http, "warm", 3, TurnAsync);
        var floor = await LoopAsync(http, "floor: GET /health/live", Length.Seconds, FloorAsync);
        var turns = await LoopAsync(http, "a turn with expectReplies", Length.Seconds, TurnAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of turns to floor: {turns / floor:0.000}"));
        return 0;
    }

    private static async Task<double> LoopAsync(HttpClient http, string name, int seconds, Func<HttpClient, int, int, Task<bool>> call)
    {
        loop++;
        var end = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var loops = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async lane =>
        {
            var times = new List<double>();
            var failed = 0;
            for (var i = 0; Stopwatch.GetTimestamp() < end; i++)
            {
                var start = Stopwatch.GetTimestamp();
                if (!await call(http, lane, i)) failed++;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return (times, failed);
        }));
        var all = loops.SelectMany(loop => loop.times).Order().ToArray();
        var rate = all.Length / (double)seconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-30} {rate,9:0} /s  p50 {all[all.Length / 2]:0.00} ms  p95 {all[all.Length * 95 / 100]:0.00} ms  p99 {all[all.Length * 99 / 100]:0.00} ms  failed {loops.Sum(loop => loop.failed)}"));
        return rate;
    }

    private static async Task<bool> FloorAsync(HttpClient http, int lane, int number)
    {
        using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    // Four turns a conversation, over and over: hello, a question, a wish, a proof that fails to convince.
    private static readonly (string Says, string Holds)[] Talk =
        [("안녕하세요", "무엇을 도와드릴까요"), ("환불 얼마나 걸려요?", "환불"), ("반품할래요", "본인 확인"), ("그만할래요", "그만")];

    private static async Task<bool> TurnAsync(HttpClient http, int lane, int number)
    {
        var (says, holds) = Talk[number % Talk.Length];
        using var answer = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), new
        {
            type = "message",
            id = $"{Environment.ProcessId}-{lane}-{number}-{Stopwatch.GetTimestamp()}",
            channelId = "benchmark",
            serviceUrl = "http://127.0.0.1/",
            deliveryMode = "expectReplies",
            from = new { id = $"u{lane}" },
            recipient = new { id = "servicebot" },
            conversation = new { id = $"bench-{Environment.ProcessId}-{loop}-{lane}-{number / Talk.Length}" },
            locale = "ko-KR",
            text = says,
        });
        if (!answer.IsSuccessStatusCode) return false;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("activities").EnumerateArray().Any(activity => activity.TryGetProperty("text", out var text) && text.GetString()?.Contains(holds, StringComparison.Ordinal) == true);
    }
}
