using System.Collections.Concurrent;
using System.Diagnostics;

namespace ServiceBot.Servers;

/// <summary>A server as a process of its own: bounded in time, paused and killed at will, and ended with the test process at the latest.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    // Nothing is judged by it: a machine may be busy with other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private const int LinesKept = 200;

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];

    private ServerProcess(Process process) => this.process = process;

    /// <summary>The process id.</summary>
    public int Id => process.Id;

    /// <summary>Whether it ended, by itself or killed.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>The exit code of a process that has ended; 128 and the signal's number where one ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>The last lines that it wrote, for a failing test's message.</summary>
    public string LastWords => string.Join(Environment.NewLine, lines);

    /// <summary>Starts a program. Its output is kept, and copied to <paramref name="log"/> where one is given.</summary>
    public static ServerProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? log = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start"));
        Watchdog.Guard(server.process);
        server.process.OutputDataReceived += (_, line) => server.Note(line.Data, log);
        server.process.ErrorDataReceived += (_, line) => server.Note(line.Data, log);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote to its output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said.</exception>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        await using var run = Start(program, arguments);
        await run.WaitAsync();
        return run.ExitCode == 0 ? run.LastWords : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {run.ExitCode}: {run.LastWords}");
    }

    /// <summary>Waits until the server answers.</summary>
    /// <param name="answers">Whether it does; exceptions of sockets, HTTP and programs mean not yet.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds its last words.</exception>
    /// <exception cref="TimeoutException">It did not within four minutes.</exception>
    public async Task UntilAsync(Func<Task<bool>> answers)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20))
        {
            if (HasEnded)
                throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {ExitCode}: {LastWords}");
            try
            {
                if (await answers())
                    return;
            }
            catch (Exception fault) when (fault is HttpRequestException or System.Net.Sockets.SocketException or IOException or InvalidOperationException or TaskCanceledException)
            {
                // Not yet.
            }
        }

        throw new TimeoutException($"{process.StartInfo.FileName} did not answer within {Patience}: {LastWords}");
    }

    /// <summary>Sends a signal such as TERM, STOP or CONT.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it by SIGKILL and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        if (!HasEnded)
            process.Kill();
        await WaitAsync();
    }

    /// <summary>Ends it by a signal that lets it finish its work.</summary>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public async Task StopAsync(string signal = "TERM")
    {
        if (!HasEnded)
            await SignalAsync(signal);
        await WaitAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public async Task WaitAsync(TimeSpan? atMost = null)
    {
        using var patience = new CancellationTokenSource(atMost ?? Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill();
            throw new TimeoutException($"{process.StartInfo.FileName} did not end within {atMost ?? Patience}: {LastWords}", late);
        }

        Watchdog.Forget(process);
    }

    /// <summary>Kills it where it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Note(string? line, string? log)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        while (lines.Count > LinesKept)
            lines.TryDequeue(out _);
        if (log is not null)
            lock (lines)
                File.AppendAllText(log, line + Environment.NewLine);
    }
}
