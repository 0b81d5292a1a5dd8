using System.Diagnostics;
using System.Globalization;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>A program of a measurement as a process of its own, which it ends.</summary>
internal sealed class ServedBot : IDisposable
{
    private readonly string? folder;

    private ServedBot(Process process, Uri address, string? folder)
    {
        this.folder = folder;
        (Process, Http) = (process, new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address });
    }

    public Process Process { get; }
    public HttpClient Http { get; }

    /// <summary>Starts the bot with the demo shop and settings for measuring: no authentication, no limits, no log.</summary>
    public static Task<ServedBot> BotAsync(params string[] settings) => BotAsync(_ => Task.CompletedTask, settings);

    /// <summary>The same, on a data directory that is furnished before.</summary>
    public static async Task<ServedBot> BotAsync(Func<string, Task> furnish, params string[] settings)
    {
        var own = Directory.CreateTempSubdirectory("servicebot-bench-").FullName;
        await furnish(Path.Combine(own, "data"));
        return await StartAsync(
            "servicebot.dll", address => ["--urls", address, "--DataDirectory", Path.Combine(own, "data"), "--Logging:LogLevel:Default", "Error", "--DirectLine:Secret", "bench", "--Shop:Demo", "true", "--Shop:Clock", Talk.Clock,
                "--DirectLine:StartsPerMinute", "1000000", "--DirectLine:MessagesPerMinute", "1000000", .. settings], "/health/ready", own);
    }

    /// <summary>Starts the floor.</summary>
    public static Task<ServedBot> FloorAsync(string redis) => StartAsync("ServiceBot.Benchmarks.dll", address => ["floor", address, redis], "/", null);

    public void Dispose()
    {
        Http.Dispose();
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private static async Task<ServedBot> StartAsync(string program, Func<string, string[]> arguments, string ready, string? folder)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments(address)]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.BeginOutputReadLine();
        var bot = new ServedBot(process, new Uri(address), folder);
        for (var tries = 0; ; tries++, await Task.Delay(100))
        {
            try
            {
                if ((int)(await bot.Http.GetAsync(new Uri(ready, UriKind.Relative))).StatusCode < 500) return bot;
            }
            catch (HttpRequestException) when (tries < 600 && !process.HasExited)
            {
                // Not listening yet.
            }
        }
    }
}
