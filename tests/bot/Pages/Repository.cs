namespace ServiceBot.Bot.Tests.Pages;

/// <summary>Where the sources lie, found upward from the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Whether bot/web has been built; the tests of pages are skipped where it is not.</summary>
    public static bool PagesAreBuilt => File.Exists(Path.Combine(Root, "bot", "wwwroot", "pages", "chat.html"));

    /// <summary>Where a picture of a page is left for people to look at.</summary>
    public static string Artifact(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "pages"));
        return Path.Combine(folder.FullName, name);
    }

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln")) ? folder.FullName
        : Find(folder.Parent ?? throw new DirectoryNotFoundException("ServiceBot.sln is in no folder above the tests."));
}
