using System.Text.Json.Nodes;
using ServiceBot.Tests.Retail;

namespace ServiceBot.Conversations.Retail;

/// <summary>The retail data set, where it is there.</summary>
internal sealed class RetailData
{
    private RetailData(string folder) => Folder = folder;

    /// <summary>Where its files lie.</summary>
    public string Folder { get; }

    /// <summary>The tasks of which every request is a return, with the end state of each.</summary>
    public IReadOnlyList<RetailTask> Returns { get; private init; } = [];

    /// <summary>Reads it, or skips the test with the reason.</summary>
    public static RetailData Read()
    {
        var shared = Environment.GetEnvironmentVariable("SERVICEBOT_SHARED") is { Length: > 0 } named ? named : Path.Combine(Repository(), "..", "shared");
        var folder = Path.GetFullPath(Path.Combine(shared, "data", "retail"));
        if (!File.Exists(Path.Combine(folder, "endstates.json"))) Assert.Skip($"The retail data is not at '{folder}'; set SERVICEBOT_SHARED.");
        var ends = Array(folder, "endstates.json").ToDictionary(end => (int)end["id"]!, end => end["changed"]!.AsObject());
        return new(folder)
        {
            Returns =
            [
                .. Array(folder, "tasks.json")
                    .Where(task => task["requests"]!.AsArray() is { Count: > 0 } requests && requests.All(request => RetailConverter.Text(request!, "name") == "return_delivered_order_items"))
                    .Select(task => RetailTask.From(task, ends[(int)task["id"]!])),
            ],
        };
    }

    private static IEnumerable<JsonNode> Array(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!.AsArray().OfType<JsonNode>();

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
