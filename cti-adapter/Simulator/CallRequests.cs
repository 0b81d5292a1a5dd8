using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What one call asks of the application and tells it, as the company does; each stands in the call's log.</summary>
/// <param name="placed">The call.</param>
/// <param name="webhooks">How the application is asked.</param>
/// <param name="look">Looks at the turn behind an answer, or null.</param>
/// <param name="note">Writes into the call's log.</param>
internal sealed class CallRequests(PlacedCall placed, WebhookClient webhooks, LookBehind? look, Action<CallEvent> note)
{
    private WebhookRequest? last;
    private string? document;

    /// <summary>ringing, in-progress, completed, busy, no-answer or failed; every request says so.</summary>
    public string Status { get; set; } = "ringing";

    /// <summary>Fetches a document, and from the fallback where it cannot be had or read.</summary>
    /// <param name="fetch">What is fetched, and why.</param>
    /// <param name="from">The document that leads there.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Where it came from and what it says; null where the fallback failed too.</returns>
    public async Task<(Uri From, ImmutableArray<Verbs.Verb> Verbs)?> FetchAsync(Fetch fetch, Uri from, CancellationToken cancellationToken)
    {
        var url = fetch.Url is null ? from : new Uri(from, fetch.Url);
        var (reading, fault) = await ReadAsync(Request(fetch.Why, url, fetch.Method, fetch.Parameters), cancellationToken);
        if (fault is null) return (url, reading?.Verbs ?? []);
        var fallback = new Uri(placed.FallbackUrl);
        var (second, again) = await ReadAsync(Request("Fallback", fallback, "POST", [new("ErrorCode", fault.Split(':')[0]), new("ErrorUrl", url.AbsoluteUri)]), cancellationToken);
        return again is null ? (fallback, second?.Verbs ?? []) : null;
    }

    /// <summary>Tells the application something; nobody reads the answer.</summary>
    /// <param name="callback">What.</param>
    /// <param name="from">The document that named the address.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task TellAsync(Callback callback, Uri from, CancellationToken cancellationToken)
    {
        var request = Request(callback.Why, new Uri(from, callback.Url), callback.Method, callback.Parameters) with { WantsDocument = false };
        note(Told(request, await webhooks.SendAsync(request, cancellationToken), out _));
    }

    /// <summary>Delivers the last request for a document once more, as after a lost answer.</summary>
    public async Task RedeliverAsync(CancellationToken cancellationToken)
    {
        if (last is { } request) note(Told(request with { Why = $"{request.Why}, delivered again" }, await webhooks.SendAsync(request, cancellationToken), out _));
    }

    /// <summary>Opens a socket to the application; null where it is not let in, of which the log tells.</summary>
    public async Task<System.Net.WebSockets.WebSocket?> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        var (socket, fault) = await webhooks.ConnectAsync(url, cancellationToken);
        note(new WebhookAnswered("ConversationRelay", "GET", url.AbsoluteUri, [], socket is null ? null : 101, 0, null, [], fault));
        return socket;
    }

    /// <summary>Looks at the turn behind what is said now; null where nobody looks.</summary>
    public async Task<TurnBehind?> LookAsync(CancellationToken cancellationToken) => look is not null && document is not null ? await look(placed.Sid, document, cancellationToken) : null;

    private async Task<(TwimlReading? Reading, string? Fault)> ReadAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        last = request;
        var reply = await webhooks.SendAsync(request, cancellationToken);
        var told = Told(request, reply, out var reading);
        document = told.Document;
        note(told with { Turn = await LookAsync(cancellationToken) });
        return (reading, told.Fault);
    }

    private static WebhookAnswered Told(WebhookRequest request, WebhookReply reply, out TwimlReading? reading)
    {
        reading = null;
        var fault = reply.Fault;
        try
        {
            if (fault is null && request.WantsDocument && reply.Body.Length > 0) reading = TwimlReader.Read(reply.Body);
        }
        catch (TwimlException unreadable)
        {
            fault = unreadable.Message;
        }
        return new WebhookAnswered(request.Why, request.Method, request.Url.AbsoluteUri, request.Parameters, reply.Status, reply.Milliseconds, reading?.Pretty, reading?.Warnings ?? [], fault);
    }

    private WebhookRequest Request(string why, Uri url, string method, ImmutableArray<Parameter> parameters) =>
        new(why, method, url, [.. Standard(), .. parameters], WantsDocument: true, CallLine.NewSid(""));

    private ImmutableArray<Parameter> Standard() =>
    [
        new("CallSid", placed.Sid), new("AccountSid", placed.AccountSid), new("From", placed.From), new("To", placed.To), new("Caller", placed.From), new("Called", placed.To),
        new("CallStatus", Status), new("ApiVersion", "2010-04-01"), new("Direction", placed.Direction), new("FromCountry", "KR"), new("ToCountry", "KR"),
    ];
}
