namespace ServiceBot.Bot.Hosting;

/// <summary>The folder under which everything embedded lies; one process holds it at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream? held;

    private DataDirectory(string path, FileStream? held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Creates the folder where it is missing and holds it until disposed; a process that dies lets go of it too.</summary>
    /// <exception cref="StartRefusedException">Another process holds it, or it cannot be written.</exception>
    public static DataDirectory Hold(string directory)
    {
        var path = System.IO.Path.GetFullPath(directory);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"DataDirectory '{path}' cannot be created: {fault.Message}", fault);
        }

        try
        {
            return new DataDirectory(path, new FileStream(System.IO.Path.Combine(path, "servicebot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StartRefusedException($"DataDirectory '{path}' cannot be written: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new StartRefusedException(
                $"DataDirectory '{path}' is in use by another servicebot. Embedded stores belong to one process: "
                + $"stop the other one, or set DataDirectory to a folder of its own. ({fault.Message})",
                fault);
        }
    }

    /// <summary>The folder as it is, for what only reads and may do so beside the process that holds it.</summary>
    /// <exception cref="StartRefusedException">There is no such folder.</exception>
    public static DataDirectory Share(string directory)
    {
        var path = System.IO.Path.GetFullPath(directory);
        return Directory.Exists(path) ? new DataDirectory(path, null) : throw new StartRefusedException($"There is no DataDirectory '{path}'.");
    }

    /// <summary>The full path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => held?.Dispose();
}
