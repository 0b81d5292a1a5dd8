using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Text;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Asks the application by HTTP, signed, as the telephone company does.</summary>
/// <param name="http">Follows no redirects.</param>
/// <param name="authToken">The account's token.</param>
/// <param name="origin">The only place that is asked: simulated calls reach nobody else.</param>
/// <param name="time">The clock.</param>
internal sealed class WebhookClient(HttpClient http, string authToken, Uri origin, TimeProvider time)
{
    /// <summary>How long the company waits for an answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly string[] Types = ["text/xml", "application/xml", "text/html"];

    /// <summary>Sends a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<WebhookReply> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (!origin.IsBaseOf(request.Url)) return new WebhookReply(null, "", 0, $"11100: '{request.Url}' is not this bot; the simulator asks nobody else");
        var began = time.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var answer = await http.SendAsync(message, either.Token);
            var body = await answer.Content.ReadAsStringAsync(either.Token);
            var fault = Fault((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body, request.WantsDocument);
            return new WebhookReply((int)answer.StatusCode, body, Since(began), fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookReply(null, "", Since(began), $"11205: no answer within {Patience.TotalSeconds:0} s");
        }
        catch (HttpRequestException fault)
        {
            return new WebhookReply(null, "", Since(began), $"11205: {fault.Message}");
        }
    }

    /// <summary>Opens a socket to the application.</summary>
    /// <param name="url">wss; where the application has no TLS, as on this machine, the socket goes without it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The socket, or why there is none.</returns>
    public async Task<(WebSocket? Socket, string? Fault)> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        var address = new UriBuilder(url) { Scheme = origin.Scheme == Uri.UriSchemeHttps ? "wss" : "ws", Port = url.IsDefaultPort ? -1 : url.Port }.Uri;
        if (address.Authority != origin.Authority) return (null, $"64101: '{url}' is not this bot; the simulator asks nobody else");
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(RequestSignature.Header, RequestSignature.Sign(authToken, address.AbsoluteUri, []));
        try
        {
            await socket.ConnectAsync(address, http, cancellationToken);
            return (socket, null);
        }
        catch (WebSocketException fault)
        {
            socket.Dispose();
            return (null, $"64101: {fault.Message}");
        }
    }

    private HttpRequestMessage Message(WebhookRequest request)
    {
        var fields = request.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)).ToArray();
        var post = request.Method == "POST";
        var url = post ? request.Url.AbsoluteUri : WithQuery(request.Url.AbsoluteUri, fields);
        var message = new HttpRequestMessage(post ? HttpMethod.Post : HttpMethod.Get, url);
        if (post) message.Content = new FormUrlEncodedContent(fields);
        message.Headers.TryAddWithoutValidation(RequestSignature.Header, RequestSignature.Sign(authToken, url, post ? fields : []));
        message.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", request.IdempotencyToken);
        message.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        return message;
    }

    private static string WithQuery(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var query = new StringBuilder(url).Append(url.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        return query.AppendJoin('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")).ToString();
    }

    private static string? Fault(int status, string? type, string body, bool wantsDocument) => status switch
    {
        < 200 or >= 300 => $"11200: the application answered {status}",
        _ when !wantsDocument || body.Length == 0 => null,
        _ when !Types.Contains(type, StringComparer.OrdinalIgnoreCase) => $"12300: the answer is '{type ?? "of no type"}', not text/xml",
        _ => null,
    };

    private long Since(long began) => (long)time.GetElapsedTime(began).TotalMilliseconds;
}

/// <summary>A request to the application.</summary>
/// <param name="Why">What for.</param>
/// <param name="Method">POST or GET.</param>
/// <param name="Url">The whole address.</param>
/// <param name="Parameters">All of them.</param>
/// <param name="WantsDocument">Whether the answer says what to do.</param>
/// <param name="IdempotencyToken">The same when the request is delivered again.</param>
internal sealed record WebhookRequest(string Why, string Method, Uri Url, ImmutableArray<Parameter> Parameters, bool WantsDocument, string IdempotencyToken);

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status, or null where none came.</param>
/// <param name="Body">The answer.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Fault">What is wrong with it, beginning with the company's code; or null.</param>
internal sealed record WebhookReply(int? Status, string Body, long Milliseconds, string? Fault);
