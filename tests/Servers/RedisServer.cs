using System.Diagnostics.CodeAnalysis;

namespace ServiceBot.Servers;

/// <summary>A real redis-server of a test's own, on a free port of 127.0.0.1 and in a temporary folder.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly ServerFolder folder = new("redis");
    private readonly string[] options;
    private readonly IReadOnlyDictionary<string, string>? environment;
    private ServerProcess server;

    private RedisServer(int port, IReadOnlyDictionary<string, string>? environment, string[] options)
    {
        Port = port;
        this.environment = environment;
        this.options = options;
        server = Launch();
    }

    /// <summary>Why no redis-server can be started here, or null where one can; the reason to skip a test.</summary>
    public static string? WhyMissing { get; } = ServerPrograms.Find("redis-server") is null || ServerPrograms.Find("redis-cli") is null
        ? "redis-server is not installed (Debian: apt-get install redis-server)" : null;

    /// <summary>The port; the same after a restart.</summary>
    public int Port { get; }

    /// <summary>For the setting Redis:Configuration.</summary>
    public string Configuration => $"127.0.0.1:{Port}";

    /// <summary>Where its append-only file and its log lie.</summary>
    public string Folder => Array.IndexOf(options, "--dir") is >= 0 and var at ? options[at + 1] : folder.Path;

    /// <summary>The append-only files that grow, the oldest first.</summary>
    public IEnumerable<string> Appended => Directory.EnumerateFiles(Folder, "*.incr.aof", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The process, to be paused or killed.</summary>
    public ServerProcess Process => server;

    /// <summary>Starts a server as production wants it: append-only file, noeviction; and waits until it answers.</summary>
    /// <param name="options">More options, such as "--appendfsync", "always"; a later one wins.</param>
    public static Task<RedisServer> StartAsync(params string[] options) => StartAsync(null, options);

    /// <summary>The same, with an environment, such as that of a <see cref="SlowDisk"/>.</summary>
    public static async Task<RedisServer> StartAsync(IReadOnlyDictionary<string, string>? environment, params string[] options)
    {
        var redis = new RedisServer(FreePort.Next(), environment, options);
        try
        {
            await redis.UntilReadyAsync();
            return redis;
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a replica of this server, and waits until it has all.</summary>
    public async Task<RedisServer> StartReplicaAsync()
    {
        var replica = await StartAsync("--replicaof", "127.0.0.1", FreePort.Text(Port));
        await replica.server.UntilAsync(async () => (await replica.AskAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal));
        return replica;
    }

    /// <summary>Sends one command by redis-cli, on a connection of its own.</summary>
    /// <returns>The answer as redis-cli prints it, an error too.</returns>
    public Task<string> AskAsync(params string[] command) => ServerProcess.RunAsync("redis-cli", ["-h", "127.0.0.1", "-p", FreePort.Text(Port), .. command]);

    /// <summary>Rewrites the append-only file from what is kept now, and waits until that is done.</summary>
    public async Task RewriteAsync()
    {
        await AskAsync("BGREWRITEAOF");
        await server.UntilAsync(async () => await AskAsync("INFO", "persistence") is var state
            && state.Contains("aof_rewrite_in_progress:0", StringComparison.Ordinal) && state.Contains("aof_rewrite_scheduled:0", StringComparison.Ordinal));
    }

    /// <summary>Stops it as an operator would; what it holds is on the disk then.</summary>
    public async Task StopAsync()
    {
        // A replica that has just taken over all its server has refuses to end until that is in a file of its own, and forgets that it was asked to.
        for (var tries = 0; tries < 120 && !server.HasEnded; tries++)
        {
            await server.SignalAsync("TERM");
            for (var waits = 0; waits < 20 && !server.HasEnded; waits++) await Task.Delay(50);
        }
        await server.WaitAsync();
    }

    /// <summary>Ends it by SIGKILL.</summary>
    public Task KillAsync() => server.KillAsync();

    /// <summary>Stops its process in its tracks: connections stay open, and nothing is answered.</summary>
    public Task PauseAsync() => server.SignalAsync("STOP");

    /// <summary>Lets a paused process go on.</summary>
    public Task ContinueAsync() => server.SignalAsync("CONT");

    /// <summary>Starts it again, killed or stopped, on the same port and data, and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        await LaunchAgainAsync();
        await UntilReadyAsync();
    }

    /// <summary>Starts it again without waiting for an answer; what it holds may not let it.</summary>
    public async Task LaunchAgainAsync()
    {
        await server.DisposeAsync();
        server = Launch();
    }

    /// <summary>Kills it and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Waits until it answers and has loaded its data.</summary>
    internal Task UntilReadyAsync() => server.UntilAsync(async () => (await AskAsync("PING")).Trim() == "PONG");

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed with this.")]
    private ServerProcess Launch() => ServerProcess.Start(
        "redis-server",
        [
            "--port", FreePort.Text(Port), "--bind", "127.0.0.1", "--dir", folder.Path, "--appendonly", "yes", "--save", "",
            "--maxmemory-policy", "noeviction", .. options,
        ],
        environment);
}
