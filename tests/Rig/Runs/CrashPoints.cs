using System.Text.RegularExpressions;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>The places at which the test build of the bot can be killed, as its source names them.</summary>
internal static partial class CrashPoints
{
    /// <summary>All places that a deployment passes.</summary>
    /// <param name="absent">How the files of parts begin that it does not have, such as Embedded.</param>
    public static IReadOnlyList<string> Of(params string[] absent) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(BotBuild.Repository, "bot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !absent.Any(part => Path.GetFileName(file).StartsWith(part, StringComparison.Ordinal)))
            .SelectMany(file => Reached().Matches(File.ReadAllText(file)).Select(place => place.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("""CrashPoint\.Reach\("(?<name>[^"]+)"\)""")]
    private static partial Regex Reached();
}
