using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The whole program with its demo shop and demo agents, in this process.</summary>
public sealed class DeskHost : WebApplicationFactory<Program>
{
    public const string Origin = "http://localhost";
    private readonly TemporaryDirectory directory = new();
    private int events;
    private bool disposed;

    /// <summary>Whether the demo shop, and with it demo agents, are loaded.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>More settings, by their path.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(Repository.Root, "bot"));
        builder.UseSetting("DataDirectory", directory.File("data"));
        builder.UseSetting("Shop:Demo", Demo ? "true" : "false");
        builder.UseSetting("Database:TurnDeadline", "00:01:00"); // the tests' machine may be busy
        builder.UseSetting("Shop:Clock", "2026-11-20T11:00:00+09:00");
        builder.UseSetting("DrainSeconds", "0"); // nobody else sends anything here
        foreach (var (path, value) in Settings) builder.UseSetting(path, value);
        builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders()));
    }

    /// <summary>Serves to real browsers.</summary>
    /// <returns>Where, without a slash at the end.</returns>
    public string Serve()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>A browser of its own that sends what the desk's own page would send.</summary>
    public HttpClient Browser(string? origin = Origin)
    {
        var client = CreateDefaultClient(new Uri(Origin), new CookieJar());
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin);
        return client;
    }

    /// <summary>Somebody signed in.</summary>
    public async Task<HttpClient> SignedIn(string login, string password = "desk-demo")
    {
        var browser = Browser();
        using var answer = await browser.PostAsJsonAsync("/desk/api/session", new { login, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    /// <summary>Somebody signed in with an open desk, as the live connection would tell.</summary>
    public async Task<(HttpClient Browser, string Id)> AtWork(string login)
    {
        var browser = await SignedIn(login);
        var id = (string?)(await browser.GetFromJsonAsync<JsonNode>("/desk/api/session"))?["id"] ?? "";
        var presence = Services.GetRequiredService<Presence>();
        presence.Enter(id);
        await presence.MeetAsync(CancellationToken.None); // as the next round would: offers go only to whom every node can know
        return (browser, id);
    }

    /// <summary>What a customer says on the web chat.</summary>
    public async Task<string> Says(string conversation, string words)
    {
        var turns = Services.GetRequiredService<ITurns>();
        var result = await turns.RunAsync(
            new Turn(conversation, $"e{Interlocked.Increment(ref events)}", ChannelAbilities.DirectLine, new Utterance(words), Services.GetRequiredService<TimeProvider>().GetUtcNow()) { Original = "{}" }, default);
        return string.Join("\n", result.Replies.Select(reply => reply.Message?.Text));
    }

    /// <summary>김하늘 returns a kettle, and asks for a person instead of giving a reason.</summary>
    public async Task<string> AsksForAPerson(string conversation)
    {
        await Says(conversation, "주전자를 반품할래요");
        await Says(conversation, "20261116-0001003, 010-0000-1234");
        return await Says(conversation, "상담원 바꿔 주세요");
    }

    /// <summary>Waits until the inbox holds something of a state.</summary>
    public static async Task<JsonNode> Item(HttpClient browser, string state)
    {
        JsonNode? inbox = null;
        for (var attempt = 0; attempt < 300; attempt++)
        {
            inbox = await browser.GetFromJsonAsync<JsonNode>("/desk/api/inbox");
            if (inbox?["items"]?.AsArray().FirstOrDefault(item => (string?)item?["state"] == state) is { } found) return found;
            await Task.Delay(100);
        }
        throw new TimeoutException($"Nothing was {state} within thirty seconds: {inbox}");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || disposed) return;
        disposed = true; // the factory comes here twice
        directory.Dispose();
    }

    // The framework's own container refuses a cookie for a deeper path, which browsers take (RFC 6265 §5.3).
    private sealed class CookieJar : DelegatingHandler
    {
        private readonly Dictionary<string, (string Value, string Path)> cookies = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri?.AbsolutePath ?? "/";
            var sent = cookies.Where(cookie => path.StartsWith(cookie.Value.Path, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key}={cookie.Value.Value}").ToArray();
            if (sent.Length > 0) request.Headers.Add("Cookie", string.Join("; ", sent));
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : []) Keep(SetCookieHeaderValue.Parse(set));
            return response;
        }

        private void Keep(SetCookieHeaderValue set)
        {
            if (set.Value.Length == 0 || set.MaxAge == TimeSpan.Zero) cookies.Remove(set.Name.ToString());
            else cookies[set.Name.ToString()] = (set.Value.ToString(), set.Path.ToString());
        }
    }
}
