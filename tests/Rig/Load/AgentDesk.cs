using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Load;

/// <summary>
/// An agent with an open desk. The socket is made anew whenever it ends, at the next node, from the cursor of the last event; what the agent does is
/// sent again under the same id until it is answered.
/// </summary>
internal sealed class AgentDesk(IReadOnlyList<Uri> nodes, string login, string password) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly ConcurrentDictionary<string, (JsonNode Item, long At)> offers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JsonNode> events = [];
    private volatile DeskSocket? socket;
    private string cookie = "";
    private int at;
    private int acts;

    /// <summary>The name to sign in with.</summary>
    public string Login => login;

    /// <summary>Everything that was heard, in the order in which it came.</summary>
    public IReadOnlyCollection<JsonNode> Events => events;

    /// <summary>The last event that was taken.</summary>
    public long Cursor { get; private set; }

    /// <summary>The cursor from which the desk began.</summary>
    public long Start { get; private set; }

    /// <summary>The node whose socket is open, or null.</summary>
    public Uri? Connected { get; private set; }

    /// <summary>When, by the stopwatch, the last socket was opened and had its first word.</summary>
    public long ConnectedAt { get; private set; }

    /// <summary>While this is set, no new socket is made.</summary>
    public bool StaysAway { get; set; }

    /// <summary>Where the next socket goes instead of the nodes, such as a proxy; null for the nodes.</summary>
    public Uri? Through { get; set; }

    /// <summary>Where the next socket and the next request go first.</summary>
    public void Prefer(int node) => at = node;

    /// <summary>Signs in, says that customers may come, and looks at the inbox.</summary>
    public async Task SignInAsync()
    {
        for (var waited = Stopwatch.StartNew(); cookie.Length == 0 && waited.Elapsed < Patience;)
        {
            using var answer = await SendAsync(HttpMethod.Post, "/desk/api/session", new JsonObject { ["login"] = login, ["password"] = password });
            if (answer?.Headers.TryGetValues("Set-Cookie", out var set) == true) cookie = set.First().Split(';')[0];
            else await MoveAsync();
        }
        await AvailableAsync();
        Cursor = Start = (long?)(await GetAsync("/desk/api/inbox"))["cursor"] ?? 0;
    }

    /// <summary>Says that customers may come.</summary>
    public Task AvailableAsync() => DoAsync(HttpMethod.Put, "/desk/api/presence", new JsonObject { ["presence"] = "available" });

    /// <summary>Listens until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!StaysAway) await ListenAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is WebSocketException or HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The next node, from the cursor.
            }
            Connected = null;
            await MoveAsync();
        }
    }

    /// <summary>Waits until a socket is open.</summary>
    public async Task ConnectedAsync(TimeSpan atMost)
    {
        for (var waited = Stopwatch.StartNew(); Connected is null; await Task.Delay(20))
            if (waited.Elapsed > atMost) throw new TimeoutException($"{login} had no connection within {atMost.TotalSeconds:0} s.");
    }

    /// <summary>Cuts the socket without a word.</summary>
    public void Cut() => socket?.Cut();

    /// <summary>Waits until a conversation is offered.</summary>
    /// <returns>The item, and when it came.</returns>
    public async Task<(JsonNode Item, long At)> OfferedAsync(string conversation, TimeSpan atMost)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < atMost; await Task.Delay(2))
            if (offers.TryGetValue(conversation, out var offer)) return offer;
        throw new TimeoutException($"{conversation} was not offered to {login} within {atMost.TotalSeconds:0} s.");
    }

    /// <summary>What is offered to the agent now, by conversation.</summary>
    public IReadOnlyDictionary<string, (JsonNode Item, long At)> Offers => offers;

    /// <summary>Accepts an offer.</summary>
    /// <returns>The conversation's version, or null where the offer does not stand any more.</returns>
    public async Task<long?> AcceptAsync(JsonNode item) => (long?)(await DoAsync(HttpMethod.Post, $"/desk/api/offers/{item["id"]}/accept", new JsonObject()))?["version"];

    /// <summary>Says something once, however often it has to be sent.</summary>
    public async Task<bool> SayAsync(string conversation, string text)
    {
        var id = NextId();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause))
        {
            if (await ViewAsync(conversation) is not { } version) return false;
            if (await DoAsync(HttpMethod.Post, $"/desk/api/conversations/{conversation}/messages", new JsonObject { ["id"] = id, ["text"] = text, ["version"] = version }) is not null) return true;
        }
        return false;
    }

    /// <summary>Ends a conversation and says how it ended.</summary>
    public async Task<bool> EndAsync(JsonNode item)
    {
        var (conversation, id) = ((string?)item["conversationId"] ?? "", NextId());
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause))
        {
            if (await ViewAsync(conversation) is not { } version) return false;
            if (await DoAsync(HttpMethod.Post, $"/desk/api/conversations/{conversation}/end", new JsonObject { ["id"] = id, ["version"] = version }) is null) continue;
            await DoAsync(HttpMethod.Post, $"/desk/api/wrap-ups/{item["id"]}", new JsonObject { ["code"] = "resolved" });
            return true;
        }
        return false;
    }

    /// <summary>Accepts, says something where there is something to say, and ends.</summary>
    /// <returns>Whether the conversation was this agent's and is over.</returns>
    public async Task<bool> ServeAsync(JsonNode item, string? says)
    {
        if (await AcceptAsync(item) is null) return false;
        if (says is not null && !await SayAsync((string?)item["conversationId"] ?? "", says)) return false;
        return await EndAsync(item);
    }

    /// <summary>All events of this desk after a cursor, as somebody hears them who was never cut.</summary>
    public async Task<IReadOnlyList<long>> ReplayAsync(long until)
    {
        using var fresh = new DeskSocket();
        using var patience = new CancellationTokenSource(Patience);
        await fresh.OpenAsync(Node, cookie, Start, patience.Token);
        var heard = new List<long>();
        await foreach (var one in fresh.ReadAsync(patience.Token))
        {
            if ((long?)one["sequence"] is not { } sequence) continue;
            if (sequence > until) break;
            heard.Add(sequence);
            if (sequence == until) break;
        }
        return heard;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        http.Dispose();
        socket?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{login}-{Interlocked.Increment(ref acts):000000}");

    private Uri Node => nodes[at % nodes.Count];

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        using var open = new DeskSocket();
        socket = open;
        var node = Node;
        await open.OpenAsync(Through ?? node, cookie, Cursor, cancellationToken);
        (Connected, ConnectedAt) = (node, Stopwatch.GetTimestamp());
        await foreach (var one in open.ReadAsync(cancellationToken)) Hear(one);
    }

    private void Hear(JsonNode one)
    {
        events.Enqueue(one);
        Cursor = (long?)one["sequence"] ?? Cursor;
        if (one["body"] is not { } body) return;
        if ((string?)one["kind"] == "item" && (string?)body["state"] == "offered") offers[(string?)body["conversationId"] ?? ""] = (body, Stopwatch.GetTimestamp());
        else if ((string?)one["kind"] is "item" or "gone")
            foreach (var conversation in offers.Where(offer => (string?)offer.Value.Item["id"] == (string?)body["id"]).Select(offer => offer.Key)) offers.TryRemove(conversation, out _);
    }

    private async Task MoveAsync()
    {
        at++;
        await Task.Delay(Pause);
    }

    private async Task<long?> ViewAsync(string conversation) =>
        await AskAsync(HttpMethod.Get, $"/desk/api/conversations/{conversation}", null) is { } view ? (long?)view["version"] : null;

    private async Task<JsonNode> GetAsync(string path) => await AskAsync(HttpMethod.Get, path, null) ?? throw new InvalidOperationException($"{path} is not there.");

    // Null where it was refused for good.
    private Task<JsonNode?> DoAsync(HttpMethod method, string path, JsonNode body) => AskAsync(method, path, body);

    private async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonNode? body)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            using var answer = await SendAsync(method, path, body);
            if (answer is { IsSuccessStatusCode: true })
                return await answer.Content.ReadAsStringAsync() is { Length: > 0 } text ? JsonNode.Parse(text) : new JsonObject();
            if (answer is not null && (int)answer.StatusCode < 500) return null;
            await MoveAsync();
        }
        throw new TimeoutException($"{path} was not answered within {Patience.TotalSeconds:0} s.");
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(Node, path)) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Add("Origin", Node.GetLeftPart(UriPartial.Authority));
            if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
            return await http.SendAsync(request);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            return null; // nobody knows whether it was done; it is sent again
        }
    }
}
