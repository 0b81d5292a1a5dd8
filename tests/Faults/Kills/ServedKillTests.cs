using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Faults.Kills;

/// <summary>Two nodes on Redis, PostgreSQL and the payment provider are killed, stopped and cut off while customers are paid back.</summary>
public sealed class ServedKillTests(ServedBot served, ITestOutputHelper output)
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Killed_once_at_every_write_they_lose_and_double_nothing()
    {
        var deployment = await served.DeploymentAsync();
        await using var load = served.Customers(deployment, atOnce: 6, most: 3_000);
        var points = CrashPoints.Of("Embedded");
        Assert.NotEmpty(points);

        var never = await CrashPointKills.RunAsync(deployment, load, points, times: 1, new Random(7));
        await load.EndAsync();

        Holds(deployment, await deployment.CheckAsync(load.Stories));
        Assert.Empty(never);
    }

    [Theory]
    [InlineData("redis is killed")]
    [InlineData("redis stands still")]
    [InlineData("redis is half open")]
    [InlineData("postgres is killed")]
    [InlineData("the provider has its answers cut")]
    public async Task Disturbed_they_lose_and_double_nothing_when(string disturbance)
    {
        var deployment = await served.DeploymentAsync();
        await using var load = served.Customers(deployment, atOnce: 4, most: 100);
        await load.NextConfirmationAsync();

        await Disturbance.Named(disturbance).RunAsync(deployment.Backends ?? throw new InvalidOperationException(), AWhile);
        await Task.WhenAll(deployment.Nodes.Select(node => node.UntilReadyAsync()));
        await load.EndAsync();

        Holds(deployment, await deployment.CheckAsync(load.Stories));
        Assert.Contains(load.Stories, story => story.Receipts.Count > 0);
    }

    [Fact]
    public async Task Sixty_four_messages_at_once_to_one_conversation_are_answered_one_after_the_other()
    {
        var deployment = await served.DeploymentAsync();
        var findings = new Findings();

        await ParallelMessages.RunAsync(deployment, 64, served.Customer(), findings);

        Holds(deployment, findings);
    }

    private void Holds(Deployment deployment, Findings findings)
    {
        output.WriteLine($"{deployment.Bot.TakeAnswers().Count} answers, {deployment.Bot.Unanswered} requests so far unanswered, {deployment.Bot.Silent} silent");
        Assert.True(findings.IsClean, findings.ToString());
    }
}
