using System.Text;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Faults.Kills;

public sealed class CrashPointTests
{
    // Where a name lies in a compiled program: text is UTF-16 there.
    private static readonly byte[] Switch = Encoding.Unicode.GetBytes("FAILPOINT");

    [Fact]
    public void The_build_that_is_killed_can_be_told_where()
    {
        Assert.SkipWhen(BotBuild.WhyMissing is not null, BotBuild.WhyMissing ?? "");
        Assert.True(File.ReadAllBytes(BotBuild.Program).AsSpan().IndexOf(Switch) >= 0);
    }

    [Fact]
    public void Every_other_build_holds_nothing_of_it()
    {
        var program = Path.Combine(BotBuild.Repository, "bot", "bin", "Debug", "net10.0", "servicebot.dll");
        Assert.SkipUnless(File.Exists(program), $"'{program}' was not built");
        Assert.True(File.ReadAllBytes(program).AsSpan().IndexOf(Switch) < 0);
    }
}
