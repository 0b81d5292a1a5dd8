using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Nodes;

/// <summary>The fake payment provider as a process of its own, <c>servicebot fake-psp</c>, with books that survive it.</summary>
internal sealed class PaymentProvider : IAsyncDisposable
{
    /// <summary>With which the bot calls it.</summary>
    public const string Key = "the-key-of-the-rig";

    private readonly ServerFolder folder = new("psp");
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private ServerProcess? process;

    private PaymentProvider()
    {
    }

    public int Port { get; } = FreePort.Next();

    /// <summary>The process, to be paused or killed.</summary>
    public ServerProcess Process => process ?? throw new InvalidOperationException("The provider was not started.");

    /// <summary>The file of its books.</summary>
    public string Books => Path.Combine(folder.Path, "ledger.jsonl");

    /// <summary>Every refund that it made, as it stands now.</summary>
    public IReadOnlyList<JsonNode> Ledger =>
    [
        .. File.ReadLines(Books).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)?["booked"]).OfType<JsonNode>()
            .GroupBy(booked => Load.BotClient.Text(booked, "id"), StringComparer.Ordinal).Select(same => same.Last()),
    ];

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="books">Books with which it begins, or null for empty ones.</param>
    public static async Task<PaymentProvider> StartAsync(string? books = null)
    {
        var provider = new PaymentProvider();
        if (books is not null)
            File.Copy(books, provider.Books);
        await provider.LaunchAsync();
        return provider;
    }

    /// <summary>Starts it again, killed or stopped, on the same port and books.</summary>
    public async Task RestartAsync()
    {
        await Process.DisposeAsync();
        await LaunchAsync();
    }

    /// <summary>Sets what goes wrong from now on; what is not named goes right.</summary>
    public async Task SwitchAsync(JsonObject switches)
    {
        using var answer = await http.PutAsJsonAsync(new Uri($"http://127.0.0.1:{Port}/control"), switches);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        http.Dispose();
        folder.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed with this.")]
    private async Task LaunchAsync()
    {
        process = ServerProcess.Start(
            "dotnet", [BotBuild.Program, "fake-psp", $"--urls=http://127.0.0.1:{Port}", $"--FakePsp:Ledger={Books}", $"--FakePsp:ApiKey={Key}"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" });
        await process.UntilAsync(async () =>
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/health/live"));
            return answer.IsSuccessStatusCode;
        });
    }
}
