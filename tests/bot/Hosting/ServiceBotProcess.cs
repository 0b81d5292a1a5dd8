using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ServiceBot.Bot.Tests.Hosting;

/// <summary>The program as its users start it: a process of its own, with arguments, an exit code and words on its error stream.</summary>
internal static class ServiceBotProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the program until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs the program while it serves, and stops it as an operator would.</summary>
    public static Task<int> WhileServingAsync(string dataDirectory, Func<Uri, Task> act, params string[] arguments) =>
        WhileServingAsync(dataDirectory, (address, _) => act(address), arguments);

    /// <summary>As above, for what needs the process itself.</summary>
    public static async Task<int> WhileServingAsync(string dataDirectory, Func<Uri, Process, Task> act, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var process = Start([.. arguments, "--urls", address.ToString(), "--DataDirectory", dataDirectory]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await UntilLiveAsync(address, process, errors);
            await act(address, process);
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
            await Task.WhenAll(errors, output);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the program; whoever does ends it.</summary>
    public static Process Start(params string[] arguments)
    {
        var program = System.IO.Path.Combine(AppContext.BaseDirectory, "servicebot.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.Remove("ASPNETCORE_URLS");
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    /// <summary>Waits until the program answers.</summary>
    public static async Task UntilLiveAsync(Uri address, Process process, Task<string> errors)
    {
        using var client = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with {process.ExitCode}: {await errors}");
            try
            {
                using var answer = await client.GetAsync(new Uri(address, "/health/live"));
                return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"{address} did not answer within {Patience}.");
    }
}
