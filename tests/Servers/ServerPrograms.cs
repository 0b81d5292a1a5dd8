namespace ServiceBot.Servers;

/// <summary>Where the programs of the servers lie.</summary>
internal static class ServerPrograms
{
    /// <summary>A program's full path, or null where it is not installed.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="folders">Where to look before the PATH.</param>
    public static string? Find(string name, params IEnumerable<string> folders) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
