namespace ServiceBot.Bot.Tests;

/// <summary>A folder of a test's own, gone when the test ends.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("servicebot-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>
    /// Waits until the program that was served in this process on a data directory has let go of it.
    /// Its own <c>Main</c> disposes it beside the test, and whichever comes second does not wait for the first.
    /// </summary>
    /// <exception cref="IOException">It is still held after thirty seconds.</exception>
    public static async Task UntilLetGoAsync(string data)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                await using var free = new FileStream(System.IO.Path.Combine(data, "servicebot.lock"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                return;
            }
            catch (IOException) when (tries < 599)
            {
                await Task.Delay(50);
            }
        }
    }

    // Hosts of tests are disposed twice: at their end, and by whoever made them.
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
