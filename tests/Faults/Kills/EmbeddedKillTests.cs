using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Faults.Kills;

/// <summary>One process with everything in its own folder is killed while customers are paid back.</summary>
public sealed class EmbeddedKillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_once_at_every_write_it_loses_and_doubles_nothing()
    {
        Assert.SkipWhen(BotBuild.WhyMissing is not null, BotBuild.WhyMissing ?? "");
        var points = CrashPoints.Of("Redis", "Refund");
        Assert.NotEmpty(points);
        await using var deployment = await Deployment.EmbeddedAsync(customers: 1_000);
        await using var load = new Customers(deployment.Bot, atOnce: 6, first: 0, most: 1_000);

        var never = await CrashPointKills.RunAsync(deployment, load, points, times: 1, new Random(7));
        await load.EndAsync();
        var findings = await deployment.CheckAsync(load.Stories);

        output.WriteLine($"{points.Count} points, {load.Stories.Count} conversations, {load.Stories.Sum(story => story.Said.Count)} turns, {load.Stories.Sum(story => story.Receipts.Count)} effects");
        Assert.Empty(never);
        Assert.True(findings.IsClean, findings.ToString());
        Assert.Contains(load.Stories, story => story.IsFinished);
    }
}
