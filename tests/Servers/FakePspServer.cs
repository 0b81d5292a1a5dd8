using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceBot.Servers;

/// <summary>The payment provider of the tests: <c>servicebot fake-psp</c> as a process of its own, with its own synced ledger.</summary>
public sealed class FakePspServer : IAsyncDisposable
{
    public const string ApiKey = "the-key-of-the-tests";
    public const string CallbackSecret = "the-secret-of-the-tests";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ServerFolder folder = new("fake-psp");
    private readonly HttpClient client = new();
    private readonly string? callbackUrl;
    private ServerProcess? server;

    private FakePspServer(string? callbackUrl) => this.callbackUrl = callbackUrl;

    /// <summary>For the setting Payments:BaseUrl; the same after a restart.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Text(FreePort.Next())}/");

    /// <summary>The process, to be paused or killed.</summary>
    public ServerProcess Process => server ?? throw new InvalidOperationException("The payment provider was not started.");

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="callbackUrl">Where it tells how refunds stand, or null for nowhere.</param>
    public static async Task<FakePspServer> StartAsync(string? callbackUrl = null)
    {
        var psp = new FakePspServer(callbackUrl);
        try
        {
            await psp.LaunchAsync();
            return psp;
        }
        catch
        {
            await psp.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sets its switches: slowMilliseconds, failAfterCommit, failBeforeCommit, dropReply, decline, faulty, pending, duplicateCallbacks, clockAheadSeconds; what is not named is off.</summary>
    public async Task SwitchAsync(object switches)
    {
        using var answer = await client.PutAsJsonAsync(new Uri(Address, "control"), switches, Json);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Books a refund that nobody asked for.</summary>
    public async Task BookAsync(string reference, long amount)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(Address, "control/book"), new { reference, amount, currency = "KRW" }, Json);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends what is pending: succeeded or failed.</summary>
    public async Task SettleAsync(string status)
    {
        using var answer = await client.PostAsync(new Uri(Address, $"control/settle?status={status}"), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for a refund as a client of its own.</summary>
    public async Task<(int Status, string Body)> RefundAsync(string key, string reference, long amount)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "v1/refunds")) { Content = JsonContent.Create(new { reference, amount, currency = "KRW" }) };
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Authorization = new("Bearer", ApiKey);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>All that it has booked, oldest first.</summary>
    public async Task<IReadOnlyList<Booking>> LedgerAsync()
    {
        var booked = new List<Booking>();
        for (var after = ""; ;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, $"v1/ledger?after={after}"));
            request.Headers.Authorization = new("Bearer", ApiKey);
            using var answer = await client.SendAsync(request);
            var page = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Page>(Json) ?? throw new InvalidDataException("The ledger is null.");
            booked.AddRange(page.Data);
            if (!page.HasMore) return booked;
            after = booked[^1].Id;
        }
    }

    /// <summary>Ends it by SIGKILL.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Starts it again on the same address and ledger.</summary>
    public async Task RestartAsync()
    {
        await Process.DisposeAsync();
        await LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        client.Dispose();
        folder.Dispose();
    }

    private async Task LaunchAsync()
    {
        string[] callback = callbackUrl is null ? [] : ["--FakePsp:CallbackUrl", callbackUrl];
        server = ServerProcess.Start(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "servicebot.dll"), "fake-psp", "--urls", Address.ToString(), "--FakePsp:Ledger", Path.Combine(folder.Path, "ledger.jsonl"),
                "--FakePsp:ApiKey", ApiKey, "--FakePsp:CallbackSecret", CallbackSecret, .. callback,
            ]);
        await server.UntilAsync(async () =>
        {
            using var answer = await client.GetAsync(new Uri(Address, "health/live"));
            return answer.IsSuccessStatusCode;
        });
    }

    private sealed record Page(IReadOnlyList<Booking> Data, bool HasMore);
}

/// <summary>A refund in the provider's books.</summary>
public sealed record Booking(string Id, string Reference, long Amount, string Currency, string Status);
