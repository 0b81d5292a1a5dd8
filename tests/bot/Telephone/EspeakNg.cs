namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The program that gives the simulator's callers a voice.</summary>
internal static class EspeakNg
{
    private static readonly bool s_isInstalled = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "espeak-ng")));

    /// <summary>Skips the running test on a machine where nothing that was recorded can be heard.</summary>
    public static void OrSkip() => Assert.SkipUnless(s_isInstalled, "espeak-ng is not installed; ./test installs it");
}
