namespace ServiceBot.Bot.Tests;

/// <summary>The working copy that the tests run from.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder that holds the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>All files of ours below a folder, without what was built or installed there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot" or "artifacts"));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No ServiceBot.sln above '{AppContext.BaseDirectory}'.");
    }
}
