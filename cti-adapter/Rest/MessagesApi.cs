namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Text messages.</summary>
internal sealed class MessagesApi(RestClient rest, CreateOnce once)
{
    /// <summary>Sends a message, once for each key.</summary>
    public Task<RestResult<MessageResource>> SendAsync(string key, MessageOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(key, new Creation<MessageResource>(stop => CreateAsync(order, stop), (since, stop) => FindAsync(order, since, stop), ReadAsync, message => message.Sid), cancellationToken);

    /// <summary>Reads a message.</summary>
    public Task<RestResult<MessageResource>> ReadAsync(string sid, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Get($"Messages/{RestPath.Sid(sid)}.json"), RestJson.Default.MessageResource, cancellationToken);

    private Task<RestResult<MessageResource>> CreateAsync(MessageOrder order, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Create("Messages.json", ("To", order.To), ("From", order.From), ("Body", order.Body), ("StatusCallback", order.StatusCallback)), RestJson.Default.MessageResource, cancellationToken);

    private async Task<RestResult<MessageResource>> FindAsync(MessageOrder order, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var listed = await rest.SendAsync(RestRequest.Get("Messages.json", ("To", order.To), ("From", order.From), ("PageSize", "50")), RestJson.Default.MessagePage, cancellationToken);
        return new RestResult<MessageResource>(listed.Outcome, listed.Value?.Messages.LastOrDefault(message => message.Body == order.Body && RestPath.IsSince(message.DateCreated, since)), listed.Error);
    }
}

/// <summary>A message to send.</summary>
/// <param name="To">Their number.</param>
/// <param name="From">Ours.</param>
/// <param name="Body">At most 1600 characters.</param>
internal sealed record MessageOrder(string To, string From, string Body)
{
    /// <summary>Where it is told how the message goes, or null.</summary>
    public string? StatusCallback { get; init; }
}
