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

    /// <summary>A folder for what a run needs, gone with this.</summary>
    public string Folder => folder.Path;

    /// <summary>One process with everything in its own folder.</summary>
    /// <param name="customers">How many the shop has.</param>
    /// <param name="disk">Where its folder lies, or null for any place.</param>
    public static async Task<Deployment> EmbeddedAsync(int customers, string? disk = null)
    {
        var deployment = new Deployment();
        deployment.Add(disk is null ? [] : ["--DataDirectory", Path.Combine(disk, "data")]);
        return await deployment.StartedAsync(customers);
    }

    /// <summary>Several processes on Redis, PostgreSQL and the payment provider.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="customers">How many the shop has.</param>
    /// <param name="ground">What is out of the ordinary about what they stand on.</param>
    public static async Task<Deployment> ServedAsync(int nodes, int customers, Ground? ground = null)
    {
        ground ??= new Ground();
        var deployment = new Deployment { Backends = await Backends.StartAsync(ground) };
        for (var number = 0; number < nodes; number++)
            deployment.Add([.. deployment.Backends.Settings, .. ground.Settings], number < ground.Programs.Count ? ground.Programs[number] : null, ground.OutputDisk);
        return await deployment.StartedAsync(ground.Backup is null ? customers : 0);
    }

    /// <summary>The system of record as it is now.</summary>
    public Task<ShopState> ReadShopAsync() => ShopState.ReadAsync(Path.Combine(folder.Path, "export"), Nodes[^1].Settings);

    /// <summary>Compares everything with what customers lived through, once every refund has had the time to end.</summary>
    /// <param name="stories">What they lived through.</param>
    /// <param name="mayForget">Whether Redis may have lost the end of conversations: then what was said need not stand in the log; what moves money holds all the same.</param>
    /// <param name="paidBefore">References that the provider paid before what is known here began.</param>
    public async Task<Findings> CheckAsync(IReadOnlyCollection<Story> stories, bool mayForget = false, IReadOnlySet<string>? paidBefore = null)
    {
        var findings = new Findings();
        if (Backends is not null)
            await Backends.UntilRefundsEndedAsync();
        var shop = await ReadShopAsync();
        MoneyCheck.Run(shop, stories, findings);
        PersonCheck.Run(shop, stories, findings);
        if (Backends is not null)
            ProviderCheck.Run(shop, [.. Backends.Provider.Ledger.Where(booked => paidBefore?.Contains(BotClient.Text(booked, "reference")) != true || shop.Refunds.Any(intent => BotClient.Text(intent, "id") == BotClient.Text(booked, "reference")))], findings);
        LeakCheck.Run([.. Nodes.Select(node => node.Log), .. Backends?.Files ?? []], findings);
        foreach (var story in stories.Where(story => story.Stuck is not null))
            findings.Amiss($"customer {story.Customer} is stuck in {story.Conversation}: {story.Stuck}");
        if (!mayForget) await Parallel.ForEachAsync(
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

    private void Add(IEnumerable<string> settings, string? program = null, string? output = null)
    {
        var own = Path.Combine(folder.Path, $"node-{nodes.Count + 1}");
        nodes.Add(new BotNode(
            own,
            [
                "--DataDirectory", Path.Combine(own, "data"), "--Shop:Policy", RigShop.Policy, "--Expectations:Expose", "true", "--DirectLine:Secret", BotClient.Secret,
                .. settings,
            ],
            program ?? BotBuild.Program,
            output));
    }

    private async Task<Deployment> StartedAsync(int customers)
    {
        try
        {
            if (customers > 0)
                await Nodes[0].ImportAsync(await RigShop.WriteAsync(Path.Combine(folder.Path, "import"), customers));
            foreach (var node in Nodes)
                await node.UpAsync();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
