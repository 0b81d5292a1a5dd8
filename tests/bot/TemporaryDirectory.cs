namespace ServiceBot.Bot.Tests;

/// <summary>A folder of a test's own, gone when the test ends.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("servicebot-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    // Hosts of tests are disposed twice: at their end, and by whoever made them.
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
