using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>One process of the bot, on a port that stays the same.</summary>
/// <param name="folder">Where its log and what it keeps by itself lie.</param>
/// <param name="settings">As --Section:Name value; a later one wins.</param>
/// <param name="program">The build that it runs.</param>
/// <param name="output">The folder of its log, or null for its own.</param>
internal sealed class BotNode(string folder, IReadOnlyList<string> settings, string program, string? output = null) : IAsyncDisposable
{
    private const int RefusedAtMost = 20;
    private readonly HttpClient health = new() { Timeout = TimeSpan.FromSeconds(5) };
    private ServerProcess? process;
    private string program = program;

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>As --Section:Name value.</summary>
    public IReadOnlyList<string> Settings => settings;

    /// <summary>Everything that it ever wrote to its output.</summary>
    public string Log => Path.Combine(output ?? folder, $"{Path.GetFileName(folder)}.log");

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
        string[] command = ["dotnet", program, "--urls", Address.ToString(), .. settings];
        // To a disk of its own it writes itself, so that it is the one who meets the end of it.
        process = output is null
            ? ServerProcess.Start(command[0], command[1..], environment, Log)
            : ServerProcess.Start("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", Log, .. command], environment);
    }

    /// <summary>Stops it as an operator does, and starts it again as another build.</summary>
    public async Task ReplaceAsync(string by)
    {
        await Process.StopAsync();
        program = by;
        await UpAsync();
    }

    /// <summary>Takes an import into the shop, before anything is started.</summary>
    public Task ImportAsync(string from) => ServerProcess.RunAsync("dotnet", [program, "import", from, .. settings]);

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

    /// <summary>Starts it, and again where it ended by itself, as whoever looks after a service would: a node that cannot reach what it stands on in time ends.</summary>
    /// <returns>How often it ended by itself.</returns>
    public async Task<int> UpAsync()
    {
        for (var refused = 0; ; refused++)
        {
            await StartAsync();
            try
            {
                await UntilReadyAsync();
                return refused;
            }
            catch (InvalidOperationException) when (!IsUp && refused < RefusedAtMost)
            {
                // Once more.
            }
        }
    }

    /// <summary>What <c>/health/ready</c> says now: its status code and its words; 0 where nothing answers.</summary>
    public async Task<(int Status, string Words)> ReadinessAsync()
    {
        try
        {
            using var answer = await health.GetAsync(new Uri(Address, "/health/ready"));
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return (0, fault.Message);
        }
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
