using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Load;

/// <summary>Direct Line at whichever node chance picks; what does not answer is asked again elsewhere, under the same event id.</summary>
internal sealed class BotClient : IDisposable
{
    /// <summary>The secret of the rig's bots.</summary>
    public const string Secret = "the-secret-of-the-fault-rig";

    /// <summary>How long somebody keeps trying before giving up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan MayAppear = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private readonly IReadOnlyList<Uri> nodes;
    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(12) };

    public BotClient(IReadOnlyList<Uri> nodes)
    {
        this.nodes = nodes;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
    }

    private readonly ConcurrentDictionary<HttpRequestMessage, Uri> saying = [];
    private ConcurrentBag<TimeSpan> answers = [];
    private int unanswered;
    private int silent;

    /// <summary>How many requests were answered by an error, or not at all.</summary>
    public int Unanswered => unanswered;

    /// <summary>How many were neither answered nor cut within the time that a channel waits.</summary>
    public int Silent => silent;

    /// <summary>How many messages a node was sent that it has not answered yet.</summary>
    public int UnderWayAt(Uri node) => saying.Values.Count(to => to.Port == node.Port);

    /// <summary>How long every answer took, good or bad, since this was asked last; the quickest first.</summary>
    public IReadOnlyList<TimeSpan> TakeAnswers() => [.. Interlocked.Exchange(ref answers, []).Order()];

    /// <summary>Opens a conversation.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenAsync(Random chance)
    {
        var opened = await UntilAnsweredAsync(chance, node => SendAsync(HttpMethod.Post, new Uri(node, "/v3/directline/conversations"), new JsonObject { ["locale"] = "en-US" }));
        return Text(opened, "conversationId");
    }

    /// <summary>Says something until it is acknowledged.</summary>
    /// <param name="chance">Picks the node of every try.</param>
    /// <param name="conversation">Where.</param>
    /// <param name="eventId">The same for every try.</param>
    /// <param name="text">What.</param>
    /// <returns>The id under which it is in the conversation's log.</returns>
    public async Task<string> SayAsync(Random chance, string conversation, string eventId, string text)
    {
        var sent = await UntilAnsweredAsync(chance, async node =>
        {
            var answer = await SendAsync(HttpMethod.Post, new Uri(node, $"/v3/directline/conversations/{conversation}/activities"), Words(eventId, text));
            return answer is not null && IsLogged(Text(answer, "id")) ? answer : null;
        });
        return Text(sent, "id");
    }

    /// <summary>Says something to a node once.</summary>
    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> TrySayAsync(Uri node, string conversation, string eventId, string text) =>
        await SendAsync(HttpMethod.Post, new Uri(node, $"/v3/directline/conversations/{conversation}/activities"), Words(eventId, text)) is not null;

    /// <summary>The log after a watermark.</summary>
    public async Task<JsonNode> ReadAsync(Random chance, string conversation, string watermark) =>
        await UntilAnsweredAsync(chance, node => SendAsync(HttpMethod.Get, new Uri(node, $"/v3/directline/conversations/{conversation}/activities?watermark={watermark}"), null));

    /// <summary>Whether a node refuses a new conversation's first words now, with a status that says that they may be sent again.</summary>
    public async Task<bool> IsRefusedAsync(Uri node)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri(node, "/v3/directline/conversations/nobody-opened-this/activities"), new JsonObject { ["type"] = "message", ["text"] = "hello", ["from"] = new JsonObject { ["id"] = "rig" } });
        return (int)answer.StatusCode is 502 or 503;
    }

    /// <summary>A field that holds text, or nothing.</summary>
    public static string Text(JsonNode? node, string field) => node?[field]?.GetValue<string>() ?? "";

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static JsonObject Words(string eventId, string text) => new()
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "rig" }, ["channelData"] = new JsonObject { ["clientActivityID"] = eventId },
    };

    // What stands in no log was not taken, whatever the status says: its id ends with no place.
    private static bool IsLogged(string id) => id.LastIndexOf('|') is > 0 and var bar && id.AsSpan(bar + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private async Task<JsonNode> UntilAnsweredAsync(Random chance, Func<Uri, Task<JsonNode?>> ask)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause))
        {
            try
            {
                if (await ask(nodes[chance.Next(nodes.Count)]) is { } answer)
                    return answer;
            }
            catch (ForgottenException) when (waited.Elapsed < MayAppear)
            {
                // What was opened while Redis was away is known to the other nodes once it is greeted.
            }

            Interlocked.Increment(ref unanswered);
        }

        throw new TimeoutException($"No node took it within {Patience}.");
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, Uri to, JsonNode? body)
    {
        var took = Stopwatch.StartNew();
        try
        {
            using var request = new HttpRequestMessage(method, to) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await SendAsync(request, to);
            answers.Add(took.Elapsed);
            if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
                throw new ForgottenException($"{to.AbsolutePath} is not there.");
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
        }
        catch (TaskCanceledException)
        {
            Interlocked.Increment(ref silent);
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            return null; // nobody knows whether it was done
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri to)
    {
        if (request.Method == HttpMethod.Post) saying[request] = to;
        try
        {
            return await http.SendAsync(request);
        }
        finally
        {
            saying.TryRemove(request, out _);
        }
    }
}

/// <summary>The bot has forgotten a conversation, or the end of one.</summary>
internal sealed class ForgottenException(string message) : Exception(message)
{
    /// <summary>Whether nothing of it is left.</summary>
    public bool IsWhole { get; init; } = true;
}
