using System.Globalization;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Calls: placing, moving, ending.</summary>
internal sealed class CallsApi(RestClient rest, CreateOnce once)
{
    /// <summary>Calls somebody, once for each key.</summary>
    public Task<RestResult<CallResource>> PlaceAsync(string key, CallOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(key, new Creation<CallResource>(stop => CreateAsync(order, stop), (since, stop) => FindAsync(order, since, stop), ReadAsync, call => call.Sid), cancellationToken);

    /// <summary>Reads a call.</summary>
    public Task<RestResult<CallResource>> ReadAsync(string sid, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Get($"Calls/{RestPath.Sid(sid)}.json"), RestJson.Default.CallResource, cancellationToken);

    /// <summary>Sends a call to another document.</summary>
    public Task<RestResult<CallResource>> MoveAsync(string sid, string url, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Set($"Calls/{RestPath.Sid(sid)}.json", ("Url", url), ("Method", "POST")), RestJson.Default.CallResource, cancellationToken);

    /// <summary>Ends a call; one that has ended is already gone.</summary>
    public Task<RestResult<CallResource>> EndAsync(string sid, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Set($"Calls/{RestPath.Sid(sid)}.json", ("Status", "completed")), RestJson.Default.CallResource, cancellationToken);

    private Task<RestResult<CallResource>> CreateAsync(CallOrder order, CancellationToken cancellationToken) => rest.SendAsync(
        RestRequest.Create(
            "Calls.json", ("To", order.To), ("From", order.From), ("Url", order.Url), ("StatusCallback", order.StatusCallback), ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"), ("Timeout", order.RingSeconds.ToString(CultureInfo.InvariantCulture)), ("MachineDetection", order.DetectsMachines ? "Enable" : null)),
        RestJson.Default.CallResource, cancellationToken);

    private async Task<RestResult<CallResource>> FindAsync(CallOrder order, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var listed = await rest.SendAsync(RestRequest.Get("Calls.json", ("To", order.To), ("From", order.From), ("PageSize", "50")), RestJson.Default.CallPage, cancellationToken);
        return new RestResult<CallResource>(listed.Outcome, listed.Value?.Calls.LastOrDefault(call => RestPath.IsSince(call.DateCreated, since)), listed.Error);
    }
}

/// <summary>Whom to call, and what they hear.</summary>
/// <param name="To">Their number.</param>
/// <param name="From">Ours.</param>
/// <param name="Url">The document for whoever answers.</param>
/// <param name="StatusCallback">Where it is told how the call goes.</param>
internal sealed record CallOrder(string To, string From, string Url, string StatusCallback)
{
    /// <summary>How long it rings, 5 to 600 seconds.</summary>
    public int RingSeconds { get; init; } = 30;
    /// <summary>Whether an answering machine is told from a person.</summary>
    public bool DetectsMachines { get; init; }
}
