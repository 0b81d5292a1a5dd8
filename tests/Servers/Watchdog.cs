using System.Diagnostics;

namespace ServiceBot.Servers;

/// <summary>
/// Cleans up when the test process ends in whatever way, also by SIGKILL: a small process holds the commands to do so and runs them when its input
/// closes. (The kernel's own signal at a parent's death comes when the parent's *thread* ends, which a thread pool does at any time.)
/// </summary>
internal static class Watchdog
{
    private const string Script = """/^\+/ { todo[substr($0, 2)] = 1 } /^-/ { delete todo[substr($0, 2)] } END { for (command in todo) system(command " 2>/dev/null") }""";
    private static readonly Lock Guarding = new();
    private static readonly Process Awake = Start();

    /// <summary>Kills the process if this one dies first.</summary>
    public static void Guard(Process process) => Tell($"+kill -9 {process.Id}");

    /// <summary>The process has ended; its id may soon be another's.</summary>
    public static void Forget(Process process) => Tell($"-kill -9 {process.Id}");

    /// <summary>Removes the folder if this process dies first.</summary>
    public static void Guard(string folder) => Tell($"+rm -rf '{folder}'");

    /// <summary>The folder was removed.</summary>
    public static void Forget(string folder) => Tell($"-rm -rf '{folder}'");

    /// <summary>Unmounts what is mounted there if this process dies first.</summary>
    public static void GuardMount(string folder) => Tell($"+umount -l '{folder}'");

    /// <summary>It was unmounted.</summary>
    public static void ForgetMount(string folder) => Tell($"-umount -l '{folder}'");

    private static void Tell(string line)
    {
        lock (Guarding)
        {
            Awake.StandardInput.WriteLine(line);
            Awake.StandardInput.Flush();
        }
    }

    // In a session of its own, so that Ctrl+C reaches the tests and not what cleans up after them.
    private static Process Start() =>
        Process.Start(new ProcessStartInfo("setsid", ["awk", Script]) { RedirectStandardInput = true, UseShellExecute = false })
        ?? throw new InvalidOperationException("awk did not start");
}
