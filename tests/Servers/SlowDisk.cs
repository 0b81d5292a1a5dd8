using System.Globalization;

namespace ServiceBot.Servers;

/// <summary>A disk for a server of a test that is slow to sync and can lose its power: a library that is preloaded into the server, compiled by gcc.</summary>
public sealed class SlowDisk : IDisposable
{
    private readonly ServerFolder folder = new("disk");

    private SlowDisk(TimeSpan sync) => Environment = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = Library, ["SLOW_DISK_MS"] = sync.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture), ["SLOW_DISK_NOTES"] = folder.Path,
    };

    /// <summary>Why there can be none here, or null where there can; the reason to skip a test.</summary>
    public static string? WhyMissing { get; } = ServerPrograms.Find("gcc") is null ? "gcc is not installed (Debian: apt-get install gcc libc6-dev)" : null;

    /// <summary>For the server that is to stand on it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    private string Library => Path.Combine(folder.Path, "slow_disk.so");

    /// <summary>Makes one.</summary>
    /// <param name="sync">How much longer each sync takes.</param>
    public static async Task<SlowDisk> CreateAsync(TimeSpan sync)
    {
        var disk = new SlowDisk(sync);
        await ServerProcess.RunAsync("gcc", "-shared", "-fPIC", "-O1", "-Wall", "-o", disk.Library, Path.Combine(AppContext.BaseDirectory, "slow_disk.c"), "-ldl");
        return disk;
    }

    /// <summary>What a power cut leaves of the files of a server that was killed: each is cut to the size that it had at its last sync.</summary>
    /// <param name="files">Those that are only ever appended to.</param>
    /// <returns>How many bytes are gone.</returns>
    public async Task<long> CutPowerAsync(IEnumerable<string> files)
    {
        var lost = 0L;
        foreach (var file in files)
        {
            var inode = (await ServerProcess.RunAsync("stat", "-c", "%i", file)).Trim();
            var note = Path.Combine(folder.Path, inode);
            var synced = File.Exists(note) ? long.Parse(await File.ReadAllTextAsync(note), CultureInfo.InvariantCulture) : 0;
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
            if (stream.Length <= synced)
                continue;
            lost += stream.Length - synced;
            stream.SetLength(synced);
        }

        return lost;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
