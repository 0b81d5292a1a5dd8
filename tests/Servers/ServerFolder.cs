namespace ServiceBot.Servers;

/// <summary>A temporary folder of a server's own, gone when disposed or when the test process dies.</summary>
public sealed class ServerFolder : IDisposable
{
    public ServerFolder(string name)
    {
        Path = Directory.CreateTempSubdirectory($"servicebot-{name}-").FullName;
        Watchdog.Guard(Path);
    }

    public string Path { get; }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        Watchdog.Forget(Path);
    }
}
