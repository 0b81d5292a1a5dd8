using System.Diagnostics;
#if CRASH_POINTS
using System.Globalization;
#endif

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// Named places before and after every write, at which a build for the fault tests (<c>-p:CrashPoints=true</c>) dies as by <c>kill -9</c>. In every
/// other build the calls are not compiled, and nothing of this is left but its name.
/// </summary>
internal static class CrashPoint
{
#if CRASH_POINTS
    // The name of a place, and optionally which passage: FAILPOINT=effect.done:3.
    private static readonly string[] Armed = (Environment.GetEnvironmentVariable("FAILPOINT") ?? "").Split(':', 2);
    private static int left = Armed.Length > 1 ? int.Parse(Armed[1], CultureInfo.InvariantCulture) : 1;
#endif

    /// <summary>Passes a place.</summary>
    /// <param name="name">A literal: what is written, and whether it is about to be, or is.</param>
    [Conditional("CRASH_POINTS")]
    public static void Reach(string name)
    {
#if CRASH_POINTS
        if (!string.Equals(name, Armed[0], StringComparison.Ordinal) || Interlocked.Decrement(ref left) != 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
#endif
    }
}
