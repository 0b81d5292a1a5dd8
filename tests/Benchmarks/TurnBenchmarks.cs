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
    private const int Seconds = 10;

    public static async Task<int> RunAsync(Uri bot)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections * 2 }) { BaseAddress = bot };
        await ClosedLoop.RunAsync("warm", Connections, 3, (loop, lane, number) => TurnAsync(http, loop, lane, number));
        var floor = await ClosedLoop.RunAsync("floor: GET /health/live", Connections, Seconds, (_, _, _) => FloorAsync(http));
        var turns = await ClosedLoop.RunAsync("a turn with expectReplies", Connections, Seconds, (loop, lane, number) => TurnAsync(http, loop, lane, number));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of turns to floor: {turns.Rate / floor.Rate:0.000}"));
        return 0;
    }

    private static async Task<bool> FloorAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    // Four turns a conversation, over and over: hello, a question, a wish, a proof that fails to convince.
    private static readonly (string Says, string Holds)[] Talk =
        [("안녕하세요", "무엇을 도와드릴까요"), ("환불 얼마나 걸려요?", "환불"), ("반품할래요", "본인 확인"), ("그만할래요", "그만")];

    public static async Task<bool> TurnAsync(HttpClient http, int loop, int lane, int number)
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
