using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Load;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>The bot as it is deployed: its nodes and what they stand on, with a shop of so many customers.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly ServerFolder folder = new("rig");
    private readonly List<BotNode> nodes = [];
    private BotClient? bot;

    private Deployment()
    {
    }

    /// <summary>The processes of the bot.</summary>
    public IReadOnlyList<BotNode> Nodes => nodes;

    /// <summary>How customers reach them.</summary>
    public BotClient Bot => bot ??= new BotClient([.. nodes.Select(node => node.Address)]);

    /// <summary>Redis, PostgreSQL and the payment provider; null where everything is embedded.</summary>
    public Backends? Backends { get; private init; }

    /// <summary>One process with everything in its own folder.</summary>
    public static async Task<Deployment> EmbeddedAsync(int customers)
    {
        var deployment = new Deployment();
        deployment.Add([]);
        return await deployment.StartedAsync(customers);
    }

    /// <summary>Several processes on Redis, PostgreSQL and the payment provider.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="customers">How many the shop has.</param>
    /// <param name="redis">More options of Redis; it is asked to have every write on the disk before it answers.</param>
    public static async Task<Deployment> ServedAsync(int nodes, int customers, params string[] redis)
    {
        var deployment = new Deployment { Backends = await Backends.StartAsync(["--appendfsync", "always", .. redis]) };
        for (var number = 0; number < nodes; number++)
            deployment.Add(deployment.Backends.Settings);
        return await deployment.StartedAsync(customers);
    }

    /// <summary>Compares everything with what customers lived through, once every refund has had the time to end.</summary>
    public async Task<Findings> CheckAsync(IReadOnlyCollection<Story> stories)
    {
        var findings = new Findings();
        if (Backends is not null)
            await Backends.UntilRefundsEndedAsync();
        var shop = await ShopState.ReadAsync(Path.Combine(folder.Path, "export"), Nodes[0].Settings);
        MoneyCheck.Run(shop, stories, findings);
        PersonCheck.Run(shop, stories, findings);
        if (Backends is not null)
            ProviderCheck.Run(shop, Backends.Provider.Ledger, findings);
        LeakCheck.Run([.. Nodes.Select(node => node.Log), .. Backends?.Files ?? []], findings);
        foreach (var story in stories.Where(story => story.Stuck is not null))
            findings.Amiss($"customer {story.Customer} is stuck in {story.Conversation}: {story.Stuck}");
        await Parallel.ForEachAsync(
            stories.Where(story => story.Conversation.Length > 0), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (story, _) => await ConversationCheck.RunAsync(Bot, story, findings));
        return findings;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        bot?.Dispose();
        foreach (var node in Nodes)
            await node.DisposeAsync();
        if (Backends is not null)
            await Backends.DisposeAsync();
        folder.Dispose();
    }

    private void Add(IEnumerable<string> settings)
    {
        var own = Path.Combine(folder.Path, $"node-{nodes.Count + 1}");
        nodes.Add(new BotNode(
            own,
            [
                "--DataDirectory", Path.Combine(own, "data"), "--Shop:Policy", RigShop.Policy, "--Expectations:Expose", "true", "--DirectLine:Secret", BotClient.Secret,
                .. settings,
            ]));
    }

    private async Task<Deployment> StartedAsync(int customers)
    {
        try
        {
            var import = Path.Combine(folder.Path, "import");
            await RigShop.WriteAsync(import, customers);
            await ServerProcess.RunAsync("dotnet", [BotBuild.Program, "import", import, .. Nodes[0].Settings]);
            foreach (var node in Nodes)
                await node.StartAsync();
            foreach (var node in Nodes)
                await node.UntilReadyAsync();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
