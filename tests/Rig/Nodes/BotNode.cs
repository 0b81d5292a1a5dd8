using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>One process of the bot, on a port that stays the same.</summary>
/// <param name="folder">Where its log and what it keeps by itself lie.</param>
/// <param name="settings">As --Section:Name value.</param>
internal sealed class BotNode(string folder, IReadOnlyList<string> settings) : IAsyncDisposable
{
    private readonly HttpClient health = new() { Timeout = TimeSpan.FromSeconds(5) };
    private ServerProcess? process;

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>As --Section:Name value.</summary>
    public IReadOnlyList<string> Settings => settings;

    /// <summary>Everything that it ever wrote to its output.</summary>
    public string Log => Path.Combine(folder, "node.log");

    /// <summary>The process that runs, or ran last.</summary>
    public ServerProcess Process => process ?? throw new InvalidOperationException("The node was not started.");

    /// <summary>Whether a process runs.</summary>
    public bool IsUp => process is { HasEnded: false };

    /// <summary>Starts it.</summary>
    /// <param name="failPoint">Where it is to die, as name or name:passage; or null.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed with this.")]
    public async Task StartAsync(string? failPoint = null)
    {
        Directory.CreateDirectory(folder);
        if (process is not null)
            await process.DisposeAsync();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["FAILPOINT"] = failPoint ?? "" };
        process = ServerProcess.Start("dotnet", [BotBuild.Program, "--urls", Address.ToString(), .. settings], environment, Log);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> UntilReadyAsync()
    {
        var waited = Stopwatch.StartNew();
        await Process.UntilAsync(async () =>
        {
            using var answer = await health.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        });
        return waited.Elapsed;
    }

    /// <summary>Ends it by SIGKILL.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        health.Dispose();
    }
}
