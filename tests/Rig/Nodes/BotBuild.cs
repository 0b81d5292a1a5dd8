namespace ServiceBot.Rig.Nodes;

/// <summary>The build of the bot that can be killed at named places; <c>./test</c> makes it.</summary>
internal static class BotBuild
{
    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The program.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("RIG_PROGRAM") ?? Path.Combine(Repository, "artifacts", "crash-points", "servicebot.dll");

    /// <summary>Why there is none, or null where there is one; the reason to skip a test.</summary>
    public static string? WhyMissing => File.Exists(Program)
        ? null : $"'{Program}' is missing: dotnet build bot -c Release -p:CrashPoints=true -o artifacts/crash-points, or ./test";

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "ServiceBot.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("ServiceBot.sln lies nowhere above this program."));
}
