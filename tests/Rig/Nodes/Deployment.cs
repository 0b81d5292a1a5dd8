using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Load;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>The bot as it is deployed: its nodes and the servers that they stand on, each behind a proxy, with a shop of so many customers.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly string folder;
    private readonly List<string> settings;

    private Deployment(string folder, List<string> settings, IReadOnlyList<BotNode> nodes)
    {
        (this.folder, this.settings, Nodes) = (folder, settings, nodes);
        Bot = new BotClient([.. nodes.Select(node => node.Address)]);
    }

    /// <summary>The processes of the bot.</summary>
    public IReadOnlyList<BotNode> Nodes { get; }

    /// <summary>How customers reach them.</summary>
    public BotClient Bot { get; }

    /// <summary>One process with everything in its own folder.</summary>
    public static async Task<Deployment> EmbeddedAsync(int customers)
    {
        var place = Directory.CreateTempSubdirectory("servicebot-rig-").FullName;
        List<string> common = [.. Common, "--DataDirectory", Path.Combine(place, "data")];
        var deployment = new Deployment(place, common, [new BotNode(Path.Combine(place, "node-1"), common)]);
        await deployment.StartAsync(customers);
        return deployment;
    }

    private static IEnumerable<string> Common =>
    [
        "--Shop:Policy", RigShop.Policy, "--Expectations:Expose", "true", "--DirectLine:Secret", BotClient.Secret,
    ];

    /// <summary>Compares everything with what customers lived through.</summary>
    public async Task<Findings> CheckAsync(IReadOnlyCollection<Story> stories)
    {
        var findings = new Findings();
        var shop = await ShopState.ReadAsync(Path.Combine(folder, "export"), settings);
        MoneyCheck.Run(shop, stories, findings);
        PersonCheck.Run(shop, stories, findings);
        LeakCheck.Run(Nodes.Select(node => node.Log), findings);
        foreach (var story in stories.Where(story => story.Stuck is not null))
            findings.Amiss($"customer {story.Customer} is stuck in {story.Conversation}: {story.Stuck}");
        await Parallel.ForEachAsync(stories.Where(story => story.Conversation.Length > 0), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (story, _) => await ConversationCheck.RunAsync(Bot, story, findings));
        return findings;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        foreach (var node in Nodes)
            await node.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync(int customers)
    {
        try
        {
            var import = Path.Combine(folder, "import");
            await RigShop.WriteAsync(import, customers);
            await ServerProcess.RunAsync("dotnet", [BotBuild.Program, "import", import, .. settings]);
            foreach (var node in Nodes)
                await node.StartAsync();
            foreach (var node in Nodes)
                await node.UntilReadyAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
