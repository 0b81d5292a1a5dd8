using System.Globalization;
using ServiceBot.Servers;

namespace ServiceBot.Faults.Servers;

/// <summary>Disks that are slow, lose their power, or are full do to a server what rows of the rig rely on.</summary>
public sealed class DiskTests
{
    private const int Writes = 200;

    public DiskTests() => Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");

    [Fact]
    public async Task Without_power_Redis_keeps_what_it_synced_before_it_answered()
    {
        Assert.SkipWhen(SlowDisk.WhyMissing is not null, SlowDisk.WhyMissing ?? "");
        using var disk = await SlowDisk.CreateAsync(TimeSpan.Zero);

        var (lost, kept) = await CutAsync(disk, "always");

        Assert.Equal((0, Writes), (lost, kept));
    }

    [Fact]
    public async Task Without_power_Redis_loses_what_it_acknowledged_and_its_slow_disk_had_not_synced()
    {
        Assert.SkipWhen(SlowDisk.WhyMissing is not null, SlowDisk.WhyMissing ?? "");
        using var disk = await SlowDisk.CreateAsync(TimeSpan.FromSeconds(5));

        var (lost, kept) = await CutAsync(disk, "everysec");

        Assert.True(lost > 0);
        Assert.InRange(kept, 0, Writes - 1);
    }

    [Fact]
    public async Task Redis_takes_no_writes_on_a_full_disk_and_takes_them_again_when_there_is_room()
    {
        Assert.SkipWhen(SmallDisk.WhyMissing is not null, SmallDisk.WhyMissing ?? "");
        await using var disk = await SmallDisk.CreateAsync(megabytes: 4);
        await using var redis = await RedisServer.StartAsync("--dir", disk.Path, "--appendfsync", "everysec");
        await redis.AskAsync("SET", "before", "1");

        await disk.FillAsync(kilobytesLeft: 0);
        await redis.Process.UntilAsync(async () => (await redis.AskAsync("SET", "during", new string('x', 10_000))).StartsWith("MISCONF", StringComparison.Ordinal));
        disk.Clear();
        await redis.Process.UntilAsync(async () => await redis.AskAsync("SET", "after", "1") == "OK");

        Assert.Equal("1", await redis.AskAsync("GET", "before"));
    }

    // The tests run as another process than Redis, so its answers count as acknowledged.
    private static async Task<(long Lost, int Kept)> CutAsync(SlowDisk disk, string fsync)
    {
        await using var redis = await RedisServer.StartAsync(disk.Environment, "--appendfsync", fsync);
        await redis.AskAsync("EVAL", $"for number = 1, {Writes} do redis.call('RPUSH', 'log', number) end return 1", "0");
        await redis.KillAsync();

        var lost = await disk.CutPowerAsync(redis.Appended);
        await redis.RestartAsync();

        return (lost, int.Parse(await redis.AskAsync("LLEN", "log"), CultureInfo.InvariantCulture));
    }
}
