using System.Globalization;

namespace ServiceBot.Servers;

/// <summary>A disk of a few megabytes for a server of a test, in memory, that can be filled and freed again. Only root may make one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly ServerFolder folder = new("small-disk");

    private SmallDisk() => Path = System.IO.Path.Combine(folder.Path, "disk");

    /// <summary>Why there can be none here, or null where there can; the reason to skip a test.</summary>
    public static string? WhyMissing { get; } = !System.Environment.IsPrivilegedProcess ? "only root may mount a small disk" : ServerPrograms.Find("mount") is null ? "there is no mount" : null;

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>How much is free, in bytes.</summary>
    public long Free => new DriveInfo(Path).AvailableFreeSpace;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts one.</summary>
    public static async Task<SmallDisk> CreateAsync(int megabytes)
    {
        var disk = new SmallDisk();
        Directory.CreateDirectory(disk.Path);
        await ServerProcess.RunAsync("chmod", "-R", "755", disk.folder.Path);
        await ServerProcess.RunAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=777"), "tmpfs", disk.Path);
        Watchdog.GuardMount(disk.Path);
        return disk;
    }

    /// <summary>Fills it up but for so many kilobytes.</summary>
    public async Task FillAsync(int kilobytesLeft)
    {
        var block = new byte[4096];
        await using var stream = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (Free > kilobytesLeft * 1024L)
            await stream.WriteAsync(block);
    }

    /// <summary>Gives back what filled it.</summary>
    public void Clear() => File.Delete(Ballast);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ServerProcess.RunAsync("umount", "-l", Path);
        Watchdog.ForgetMount(Path);
        folder.Dispose();
    }
}
