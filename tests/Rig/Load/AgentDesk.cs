using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Load;

/// <summary>
/// An agent with an open desk. The socket is made anew whenever it ends, at the next node, from the cursor of the last event; what the agent does is
/// sent again under the same id until it is answered.
/// </summary>
internal sealed class AgentDesk(IReadOnlyList<Uri> nodes, string login, string password) : IAsyncDisposable
{
    private readonly DeskApi api = new(nodes);
    private readonly ConcurrentDictionary<string, (JsonNode Item, long At)> offers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<long> heard = [];
    private volatile DeskSocket? socket;
    private int acts;

    /// <summary>The name to sign in with.</summary>
    public string Login => login;

    /// <summary>The numbers of everything that was heard, in the order in which it came.</summary>
    public IReadOnlyCollection<long> Heard => heard;

    /// <summary>The last event that was taken.</summary>
    public long Cursor { get; private set; }

    /// <summary>The cursor from which the desk began.</summary>
    public long Start { get; private set; }

    /// <summary>The node whose socket is open, or null.</summary>
    public Uri? Connected { get; private set; }

    /// <summary>When, by the stopwatch, the last socket was opened and had its first word.</summary>
    public long ConnectedAt { get; private set; }

    /// <summary>Whether customers come no more, as for who has missed an offer, until the agent says otherwise.</summary>
    public bool IsAway { get; private set; }

    /// <summary>While this is set, no new socket is made.</summary>
    public bool StaysAway { get; set; }

    /// <summary>Where the next socket goes instead of the nodes, such as a proxy; null for the nodes.</summary>
    public Uri? Through { get; set; }

    /// <summary>Where the next socket and the next request go first.</summary>
    public void Prefer(int node) => api.Prefer(node);

    /// <summary>Signs in, says that customers may come, and looks at the inbox.</summary>
    public async Task SignInAsync()
    {
        await api.SignInAsync(login, password);
        await AvailableAsync();
        var inbox = await api.AskAsync(HttpMethod.Get, "/desk/api/inbox") ?? throw new InvalidOperationException($"{login} has no inbox.");
        Cursor = Start = (long?)inbox["cursor"] ?? 0;
    }

    /// <summary>Says that customers may come.</summary>
    public Task AvailableAsync() => api.AskAsync(HttpMethod.Put, "/desk/api/presence", new JsonObject { ["presence"] = "available" });

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
            await api.MoveAsync();
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
    public async Task<long?> AcceptAsync(JsonNode item) => (long?)(await api.AskAsync(HttpMethod.Post, $"/desk/api/offers/{item["id"]}/accept", new JsonObject()))?["version"];

    /// <summary>Says something once, however often it has to be sent.</summary>
    public Task<bool> SayAsync(string conversation, string text) => api.ActAsync(conversation, "messages", new JsonObject { ["id"] = NextId(), ["text"] = text });

    /// <summary>Lets the bot begin something for the customer, and see it through.</summary>
    /// <param name="conversation">The customer's.</param>
    /// <param name="intent">What, such as return.</param>
    /// <param name="about">The order's number.</param>
    public Task<bool> StartAsync(string conversation, string intent, string about) =>
        api.ActAsync(conversation, "starts", new JsonObject { ["id"] = NextId(), ["intent"] = intent, ["about"] = about });

    /// <summary>Shows the customer that somebody writes.</summary>
    public Task TypeAsync(string conversation) => api.AskAsync(HttpMethod.Post, $"/desk/api/conversations/{conversation}/typing", new JsonObject());

    /// <summary>Ends a conversation and says how it ended.</summary>
    public async Task<bool> EndAsync(JsonNode item)
    {
        if (!await api.ActAsync((string?)item["conversationId"] ?? "", "end", new JsonObject { ["id"] = NextId() })) return false;
        await api.AskAsync(HttpMethod.Post, $"/desk/api/wrap-ups/{item["id"]}", new JsonObject { ["code"] = "resolved" });
        return true;
    }

    /// <summary>Accepts, says something where there is something to say, and ends.</summary>
    /// <returns>Whether the conversation was this agent's and is over.</returns>
    public async Task<bool> ServeAsync(JsonNode item, string? says)
    {
        if (await AcceptAsync(item) is null) return false;
        if (says is not null && !await SayAsync((string?)item["conversationId"] ?? "", says)) return false;
        return await EndAsync(item);
    }

    /// <summary>The numbers of all events of this desk up to one, as somebody hears them who was never cut. It may take as long as it goes on.</summary>
    public async Task<IReadOnlyList<long>> ReplayAsync(long until)
    {
        using var fresh = new DeskSocket();
        using var patience = new CancellationTokenSource(DeskApi.Patience);
        await fresh.OpenAsync(api.Node, api.Cookie, Start, patience.Token);
        var replayed = new List<long>();
        await foreach (var one in fresh.ReadAsync(patience.Token))
        {
            if ((long?)one["sequence"] is not { } sequence) continue;
            patience.CancelAfter(DeskApi.Patience);
            if (sequence > until) break;
            replayed.Add(sequence);
            if (sequence == until) break;
        }
        return replayed;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        api.Dispose();
        socket?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{login}-{Interlocked.Increment(ref acts):000000}");

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        using var open = new DeskSocket();
        socket = open;
        var node = api.Node;
        await open.OpenAsync(Through ?? node, api.Cookie, Cursor, cancellationToken);
        (Connected, ConnectedAt) = (node, Stopwatch.GetTimestamp());
        await foreach (var one in open.ReadAsync(cancellationToken)) Hear(one);
    }

    private void Hear(JsonNode one)
    {
        Cursor = (long?)one["sequence"] ?? Cursor;
        heard.Enqueue(Cursor);
        if (one["body"] is not { } body) return;
        if ((string?)one["kind"] == "presence") IsAway = (string?)body["state"] != "available";
        if ((string?)one["kind"] == "item" && (string?)body["state"] == "offered") offers[(string?)body["conversationId"] ?? ""] = (body, Stopwatch.GetTimestamp());
        else if ((string?)one["kind"] is "item" or "gone")
            foreach (var conversation in offers.Where(offer => (string?)offer.Value.Item["id"] == (string?)body["id"]).Select(offer => offer.Key)) offers.TryRemove(conversation, out _);
    }
}
