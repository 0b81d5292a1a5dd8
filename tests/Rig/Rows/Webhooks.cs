using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>Sends events to the nodes as channels do, and again what was answered by an error.</summary>
/// <param name="nodes">The nodes.</param>
internal sealed class Webhooks(Uri[] nodes) : IDisposable
{
    private const int Tries = 20;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>Posts an activity to a node.</summary>
    /// <returns>The body of the answer.</returns>
    public Task<string> PostAsync(int node, string path, JsonObject activity, Tally tally) => SendAsync(node, path, () => JsonContent.Create(activity), null, tally);

    /// <summary>Posts a signed form to a node.</summary>
    /// <returns>The body of the answer.</returns>
    public Task<string> PostAsync(int node, string path, IReadOnlyDictionary<string, string> form, string signature, Tally tally) =>
        SendAsync(node, path, () => new FormUrlEncodedContent(form), signature, tally);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<string> SendAsync(int node, string path, Func<HttpContent> content, string? signature, Tally tally)
    {
        Interlocked.Increment(ref tally.Sent);
        for (var tried = 0; tried < Tries; tried++, await Task.Delay(Rest))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(nodes[node], path)) { Content = content() };
            if (signature is not null)
                request.Headers.Add("X-Twilio-Signature", signature);
            using var answer = await http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
                return body;
            if ((int)answer.StatusCode < 500)
                throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}: {body}");
            Interlocked.Increment(ref tally.Again);
        }

        throw new TimeoutException($"{path} was not taken in {Tries} tries.");
    }
}
