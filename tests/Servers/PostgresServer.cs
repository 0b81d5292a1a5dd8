using System.Globalization;

namespace ServiceBot.Servers;

/// <summary>A real PostgreSQL of a test's own, on a free port of 127.0.0.1 and in a temporary folder, without passwords.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Debian keeps them off the PATH, one folder a version.
    private static readonly string[] Folders = Directory.Exists("/usr/lib/postgresql")
        ? [.. Directory.EnumerateDirectories("/usr/lib/postgresql")
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))]
        : [];

    private static readonly Lazy<Task<PostgresServer>> OfThisRun = new(() => StartAsync());
    private static int databases;

    private readonly ServerFolder folder = new("postgres");
    private readonly bool isDurable;
    private readonly string? disk;
    private readonly string? logDisk;
    private ServerProcess? server;

    private PostgresServer(bool isDurable, string? disk, string? logDisk) => (this.isDurable, this.disk, this.logDisk) = (isDurable, disk, logDisk);

    /// <summary>Why no PostgreSQL can be started here, or null where one can; the reason to skip a test.</summary>
    public static string? WhyMissing { get; } = ServerPrograms.Find("initdb", Folders) is null || ServerPrograms.Find("postgres", Folders) is null
        ? "PostgreSQL is not installed (Debian: apt-get install postgresql)" : null;

    /// <summary>The port; the same after a restart.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>Where its databases lie.</summary>
    public string Data => Path.Combine(disk ?? folder.Path, "data");

    /// <summary>The process, to be paused or killed.</summary>
    public ServerProcess Process => server ?? throw new InvalidOperationException("PostgreSQL was not started.");

    /// <summary>A server for all tests of this process that leave it alone; it forgets what a power cut would, and is quick. Ended with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => OfThisRun.Value;

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="isDurable">Whether a commit is on the disk before it is answered, as production wants it; for tests that kill.</param>
    /// <param name="disk">Where its data lie, or null for a folder of its own.</param>
    /// <param name="logDisk">Where its write-ahead log lies, or null for beside its data.</param>
    public static async Task<PostgresServer> StartAsync(bool isDurable = false, string? disk = null, string? logDisk = null)
    {
        var postgres = new PostgresServer(isDurable, disk, logDisk);
        try
        {
            Directory.CreateDirectory(postgres.Data);
            await ServerProcess.RunAsync("chmod", "755", postgres.folder.Path);
            if (Environment.IsPrivilegedProcess)
                await ServerProcess.RunAsync("chown", User, postgres.Data);
            await ServerProcess.RunAsync(
                "setpriv", [.. AsUser, Program("initdb"), "-D", postgres.Data, "-U", "servicebot", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", .. postgres.Small]);
            await postgres.LaunchAsync();
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates an empty database of a name of its own.</summary>
    /// <returns>For the setting Database:ConnectionString.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await CreateDatabaseAsync(name);
        return ConnectionString(name, Port);
    }

    /// <summary>Creates an empty database.</summary>
    public Task CreateDatabaseAsync(string name) => ServerProcess.RunAsync(Program("createdb"), "-h", "127.0.0.1", "-p", FreePort.Text(Port), "-U", "servicebot", name);

    /// <summary>Runs one statement in a database, on a connection of its own.</summary>
    /// <returns>Its rows, one a line, fields divided by '|'.</returns>
    public Task<string> AskAsync(string database, string sql) =>
        ServerProcess.RunAsync(Program("psql"), "-h", "127.0.0.1", "-p", FreePort.Text(Port), "-U", "servicebot", "-d", database, "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql);

    /// <summary>Writes a database into a file, as an operator backs it up.</summary>
    public Task BackUpAsync(string database, string file) =>
        ServerProcess.RunAsync(Program("pg_dump"), "-h", "127.0.0.1", "-p", FreePort.Text(Port), "-U", "servicebot", "-F", "c", "-f", file, database);

    /// <summary>Fills an empty database from such a file.</summary>
    public Task RestoreAsync(string database, string file) =>
        ServerProcess.RunAsync(Program("pg_restore"), "-h", "127.0.0.1", "-p", FreePort.Text(Port), "-U", "servicebot", "-d", database, "--exit-on-error", file);

    /// <summary>Everything in a database as SQL, one statement for each row; without what only psql understands, and without settings of the session.</summary>
    public async Task<string> DumpAsync(string database)
    {
        var file = Path.Combine(folder.Path, $"{database}.sql");
        await ServerProcess.RunAsync(
            Program("pg_dump"), "-h", "127.0.0.1", "-p", FreePort.Text(Port), "-U", "servicebot", "--no-owner", "--no-privileges", "--inserts", "-f", file, database);
        var lines = (await File.ReadAllLinesAsync(file)).Where(line => line.Length > 0 && !line.StartsWith('\\') && !line.StartsWith("--", StringComparison.Ordinal)
            && !line.StartsWith("SET ", StringComparison.Ordinal) && !line.StartsWith("SELECT pg_catalog.set_config", StringComparison.Ordinal));
        File.Delete(file);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>How to reach a database by a port, which may be that of a proxy before this server.</summary>
    public static string ConnectionString(string database, int port) => $"Host=127.0.0.1;Port={port};Username=servicebot;Database={database}";

    /// <summary>Stops it as an operator would, without waiting for those who are connected.</summary>
    public Task StopAsync() => Process.StopAsync("INT");

    /// <summary>Ends it by SIGKILL; those that serve connections end by themselves at that.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Starts it again, killed or stopped, on the same port and data, and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        await Process.DisposeAsync();
        await LaunchAsync();
    }

    /// <summary>Stops it and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.StopAsync("INT");
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task LaunchAsync()
    {
        server = ServerProcess.Start(
            "setpriv",
            [
                .. AsUser, Program("postgres"), "-D", Data, "-p", FreePort.Text(Port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "max_connections=200", "-c", "shared_buffers=32MB", .. isDurable ? Array.Empty<string>() : ["-c", "fsync=off", "-c", "full_page_writes=off"],
                .. IsSmall ? new[] { "-c", "min_wal_size=2MB", "-c", "max_wal_size=64MB" } : [],
            ]);
        // What a killed server left running still holds the data for a moment; it waits for that by itself, or ends and is started again.
        await server.UntilAsync(async () =>
        {
            await ServerProcess.RunAsync(Program("pg_isready"), "-h", "127.0.0.1", "-p", FreePort.Text(Port), "-q");
            return true;
        });
    }

    private bool IsSmall => disk is not null || logDisk is not null;

    // On a small disk the log comes in small pieces.
    private string[] Small => [.. IsSmall ? new[] { "--wal-segsize=1" } : [], .. logDisk is null ? Array.Empty<string>() : ["--waldir", Path.Combine(logDisk, "wal")]];

    private static string Program(string name) => ServerPrograms.Find(name, Folders) ?? throw new InvalidOperationException(WhyMissing ?? $"PostgreSQL has no {name} here.");

    // PostgreSQL refuses to run as root.
    private static string User => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string[] AsUser => Environment.IsPrivilegedProcess ? [$"--reuid={User}", "--clear-groups"] : [];
}
