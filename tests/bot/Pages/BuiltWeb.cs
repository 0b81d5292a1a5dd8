namespace ServiceBot.Bot.Tests.Pages;

/// <summary>What the build of bot/web left, and where pictures of it go.</summary>
internal static class BuiltWeb
{
    /// <summary>The folder that the server serves from.</summary>
    public static string Root { get; } = Path.Combine(Repository.Root, "bot", "wwwroot");

    /// <summary>Skips the test where bot/web has not been built.</summary>
    public static void OrSkip() => Assert.SkipUnless(File.Exists(Path.Combine(Root, "pages", "chat.html")), "bot/web has not been built; ./test builds it");

    /// <summary>Where a picture of a page is left for people to look at.</summary>
    public static string Picture(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pages")).FullName, name);
}
