using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Load;

/// <summary>One agent's requests to the desk, at whichever node answers; what is not answered is sent again, elsewhere.</summary>
/// <param name="nodes">Where the desk is.</param>
internal sealed class DeskApi(IReadOnlyList<Uri> nodes) : IDisposable
{
    /// <summary>How long something is sent again before it is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(15) };
    private int at;

    /// <summary>Of the session; empty before somebody signed in.</summary>
    public string Cookie { get; private set; } = "";

    /// <summary>Where the next request goes.</summary>
    public Uri Node => nodes[at % nodes.Count];

    /// <summary>Where the next request goes first.</summary>
    public void Prefer(int node) => at = node;

    /// <summary>Goes to the next node, after a pause.</summary>
    public async Task MoveAsync()
    {
        at++;
        await Task.Delay(Pause);
    }

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(string login, string password)
    {
        for (var waited = Stopwatch.StartNew(); Cookie.Length == 0 && waited.Elapsed < Patience;)
        {
            using var answer = await SendAsync(HttpMethod.Post, "/desk/api/session", new JsonObject { ["login"] = login, ["password"] = password });
            if (answer?.Headers.TryGetValues("Set-Cookie", out var set) == true) Cookie = set.First().Split(';')[0];
            else await MoveAsync();
        }
    }

    /// <summary>Asks until it is answered.</summary>
    /// <returns>The answer, or null where it was refused for good.</returns>
    /// <exception cref="TimeoutException">Nobody answered.</exception>
    public async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonNode? body = null)
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

    /// <summary>Does something in a conversation that names the version seen, with a new version where the conversation has gone on.</summary>
    /// <returns>Whether it was taken; not where the conversation is not the agent's any more.</returns>
    public async Task<bool> ActAsync(string conversation, string act, JsonObject body)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause))
        {
            if (await AskAsync(HttpMethod.Get, $"/desk/api/conversations/{conversation}") is not { } view) return false;
            body["version"] = (long?)view["version"];
            if (await AskAsync(HttpMethod.Post, $"/desk/api/conversations/{conversation}/{act}", body.DeepClone()) is not null) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage?> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(Node, path)) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Add("Origin", Node.GetLeftPart(UriPartial.Authority));
            if (Cookie.Length > 0) request.Headers.Add("Cookie", Cookie);
            return await http.SendAsync(request);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            return null; // nobody knows whether it was done; it is sent again
        }
    }
}
