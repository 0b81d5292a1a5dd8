using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceBot.Benchmarks;

/// <summary>
/// Turns through /api/messages with expectReplies. Reply texts are checked: a bot that only says sorry does not win.
/// </summary>
internal static class TurnBenchmarks
{
    private const int Connections = 16;
    private const int Seconds = 10;

    /// <summary>Against a bot that runs already, beside its liveness endpoint.</summary>
    public static async Task<int> RunAsync(Uri bot)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections * 2 }) { BaseAddress = bot };
        await ClosedLoop.WarmAsync("a turn", Connections, Turn, null);
        var floor = await ClosedLoop.RunAsync("floor: GET /health/live", Connections, Seconds, (_, _, _) => FloorAsync(http));
        var turns = await ClosedLoop.RunAsync(Talk.WithoutShop.Name, Connections, Seconds, Turn);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of turns to floor: {turns.Rate / floor.Rate:0.000}"));
        return 0;

        Task<bool> Turn(int loop, int lane, int number) => TurnAsync(http, Talk.WithoutShop, loop, lane, number);
    }

    private static async Task<bool> FloorAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>The next turn of a talk, in a conversation of its own each time that it begins anew.</summary>
    public static async Task<bool> TurnAsync(HttpClient http, Talk talk, int loop, int lane, int number)
    {
        var (says, holds) = talk.Lines[number % talk.Lines.Length];
        using var answer = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), new
        {
            type = "message",
            id = $"{loop}-{lane}-{number}",
            channelId = "benchmark",
            serviceUrl = "http://127.0.0.1/",
            deliveryMode = "expectReplies",
            from = new { id = $"u{lane}" },
            recipient = new { id = "servicebot" },
            conversation = new { id = $"bench-{Environment.ProcessId}-{loop}-{lane}-{number / talk.Lines.Length}" },
            locale = "ko-KR",
            text = says,
        });
        if (!answer.IsSuccessStatusCode) return false;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return body.RootElement.GetProperty("activities").EnumerateArray().Any(activity => activity.TryGetProperty("text", out var text) && text.GetString()?.Contains(holds, StringComparison.Ordinal) == true);
    }
}
