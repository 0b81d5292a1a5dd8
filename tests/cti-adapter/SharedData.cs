namespace ServiceBot.CtiAdapter.Tests;

/// <summary>Data beside the repository that tests may use but that is no part of it: SERVICEBOT_SHARED, else ../shared.</summary>
internal static class SharedData
{
    public static string Directory { get; } = Environment.GetEnvironmentVariable("SERVICEBOT_SHARED") is { Length: > 0 } named ? named : Path.GetFullPath(Path.Combine(Root(), "..", "shared"));

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ServiceBot.sln"))) return at.FullName;
        return AppContext.BaseDirectory;
    }
}
