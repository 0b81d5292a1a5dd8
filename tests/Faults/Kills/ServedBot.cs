using ServiceBot.Faults.Kills;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

[assembly: AssemblyFixture(typeof(ServedBot))]

namespace ServiceBot.Faults.Kills;

/// <summary>Two nodes on Redis, PostgreSQL and the payment provider, for all tests that disturb them; each test has customers of its own.</summary>
public sealed class ServedBot : IAsyncDisposable
{
    private const int ShopSize = 4_000;
    private readonly Lazy<Task<Deployment>> deployment = new(() => Deployment.ServedAsync(nodes: 2, ShopSize));
    private int taken;

    /// <summary>Starts it for the first test that asks, or skips the test where it cannot be started.</summary>
    internal Task<Deployment> DeploymentAsync()
    {
        Assert.SkipWhen(Backends.WhyMissing is not null, Backends.WhyMissing ?? "");
        return deployment.Value;
    }

    /// <summary>Customers whom nobody else has, so many at a time; they come so slowly that they last as long as a test.</summary>
    internal Customers Customers(Deployment of, int atOnce, int most) => new(of.Bot, atOnce, Interlocked.Add(ref taken, most) - most, most, TimeSpan.FromMilliseconds(300));

    /// <summary>A customer whom nobody else has.</summary>
    internal int Customer() => Interlocked.Increment(ref taken) - 1;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (deployment.IsValueCreated)
            await (await deployment.Value).DisposeAsync();
    }
}
