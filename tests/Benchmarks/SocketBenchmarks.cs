using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>The memory of a bot on Redis with many open Direct Line sockets that rest, each of a conversation of its own.</summary>
internal static class SocketBenchmarks
{
    private const int AtOnce = 32;
    // Stay open, and are not counted: by then the compiler has done most of its work, whose memory is not the sockets'.
    private const int WarmUps = 5_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20); // past a keepalive

    public static async Task<int> RunAsync(int count)
    {
        await using var redis = await RedisServer.StartAsync();
        using var bot = await ServedBot.BotAsync("--Redis:Configuration", redis.Configuration, "--Redis:DeadlineMilliseconds", "5000");
        bot.Http.DefaultRequestHeaders.Authorization = new("Bearer", "bench");
        var warm = await OpenAsync(bot.Http, WarmUps);
        await Task.Delay(Rest);
        var before = Memory(bot);
        var sockets = await OpenAsync(bot.Http, count);
        await Task.Delay(Rest);
        var after = Memory(bot);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} sockets beside {WarmUps}: {after / 1024 / 1024} MB resident, {before / 1024 / 1024} MB before, {(after - before) / 1024.0 / count:0.0} KB a socket"));
        foreach (var socket in warm.Concat(sockets)) socket.Dispose();
        return sockets.Length == count ? 0 : 1;
    }

    private static long Memory(ServedBot bot)
    {
        bot.Process.Refresh();
        return bot.Process.WorkingSet64;
    }

    private static async Task<ClientWebSocket[]> OpenAsync(HttpClient http, int count)
    {
        using var places = new SemaphoreSlim(AtOnce);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            await places.WaitAsync();
            try
            {
                return await ListenAsync(await OpenAsync(http));
            }
            finally
            {
                places.Release();
            }
        }));
    }

    private static async Task<string> OpenAsync(HttpClient http)
    {
        using var answer = await http.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        using var opened = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return opened.RootElement.GetProperty("streamUrl").GetString() ?? "";
    }

    private static async Task<ClientWebSocket> ListenAsync(string url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), CancellationToken.None);
        var frame = new byte[8 * 1024];
        var read = await socket.ReceiveAsync(frame, CancellationToken.None);
        return Encoding.UTF8.GetString(frame, 0, read.Count).Contains("watermark", StringComparison.Ordinal) ? socket : throw new InvalidDataException("The socket did not greet.");
    }
}
