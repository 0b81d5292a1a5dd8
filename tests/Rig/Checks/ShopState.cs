using System.Text.Json.Nodes;
using ServiceBot.Rig.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Checks;

/// <summary>The system of record, as <c>servicebot export</c> writes it.</summary>
internal sealed class ShopState
{
    private const int Tries = 4;

    private ShopState(string folder)
    {
        Returns = Read(folder, "returns");
        Refunds = Read(folder, "refunds");
        Payments = Read(folder, "payments");
        Cases = Read(folder, "cases");
    }

    public IReadOnlyList<JsonNode> Returns { get; }

    public IReadOnlyList<JsonNode> Refunds { get; }

    public IReadOnlyList<JsonNode> Payments { get; }

    public IReadOnlyList<JsonNode> Cases { get; }

    /// <summary>Exports the shop into a folder and reads it.</summary>
    /// <param name="folder">A folder that may be overwritten.</param>
    /// <param name="settings">Where the shop is.</param>
    public static async Task<ShopState> ReadAsync(string folder, IReadOnlyList<string> settings)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await ServerProcess.RunAsync("dotnet", [BotBuild.Program, "export", folder, .. settings]);
                return new ShopState(folder);
            }
            catch (InvalidOperationException) when (tried < Tries)
            {
                // The database was busy; what it holds is not in question.
            }
        }
    }

    /// <summary>A whole number, or 0 where the field is left out.</summary>
    public static long Number(JsonNode document, string field) => (long?)document[field] ?? 0;

    private static IReadOnlyList<JsonNode> Read(string folder, string kind) =>
        Path.Combine(folder, kind + ".jsonl") is var file && File.Exists(file)
            ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)).OfType<JsonNode>()]
            : [];
}
