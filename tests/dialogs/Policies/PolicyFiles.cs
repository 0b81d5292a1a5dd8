using System.Text.Json.Nodes;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>Policy files of the tests: those that come with the project, and the demo file with one thing changed.</summary>
internal static class PolicyFiles
{
    public static string Root { get; } = FindRoot();

    public static ShopPolicy Retail { get; } = ShopPolicy.Parse(File.ReadAllText(Path.Combine(Root, "tests", "Conversations", "Retail", "policy.json")));

    /// <summary>The demo policy with changes, each a path with dots and the new JSON value.</summary>
    public static ShopPolicy Demo(params (string Path, string Json)[] changes) => ShopPolicy.Parse(DemoText(changes));

    public static string DemoText(params (string Path, string Json)[] changes)
    {
        var root = JsonNode.Parse(PolicyResources.Text("shop-policy.kr-demo.json")) ?? throw new InvalidOperationException("The demo policy is empty.");
        foreach (var (path, json) in changes)
        {
            var names = path.Split('.');
            var parent = names[..^1].Aggregate(root, (node, name) => node[name] ?? throw new InvalidOperationException($"The demo policy has no '{name}'."));
            parent[names[^1]] = JsonNode.Parse(json);
        }
        return root.ToJsonString();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("ServiceBot.sln was not found above the tests.");
        return folder.FullName;
    }
}
