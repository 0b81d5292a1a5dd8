using ServiceBot.Faults.Kills;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

[assembly: AssemblyFixture(typeof(ServedBot))]

namespace ServiceBot.Faults.Kills;

/// <summary>Two nodes on Redis, PostgreSQL and the payment provider, for all tests that disturb them; each test has customers of its own.</summary>
public sealed class ServedBot : IAsyncLifetime
{
    private const int ShopSize = 2_000;
    private int taken;

    internal Deployment Deployment => deployment ?? throw new InvalidOperationException("It is not there: the test should have been skipped.");

    private Deployment? deployment;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Backends.WhyMissing is null)
            deployment = await Deployment.ServedAsync(nodes: 2, ShopSize);
    }

    /// <summary>Customers whom nobody else has, so many at a time.</summary>
    internal Customers Customers(int atOnce, int most) => new(Deployment.Bot, atOnce, Interlocked.Add(ref taken, most) - most, most);

    /// <summary>A customer whom nobody else has.</summary>
    internal int Customer() => Interlocked.Increment(ref taken) - 1;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (deployment is not null)
            await deployment.DisposeAsync();
    }
}
