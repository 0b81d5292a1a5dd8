namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Queues of waiting calls.</summary>
internal sealed class QueuesApi(RestClient rest)
{
    /// <summary>All queues, with how many wait and how long.</summary>
    public async Task<RestResult<IReadOnlyList<QueueResource>>> ListAsync(CancellationToken cancellationToken)
    {
        var listed = await rest.SendAsync(RestRequest.Get("Queues.json", ("PageSize", "1000")), RestJson.Default.QueuePage, cancellationToken);
        return new RestResult<IReadOnlyList<QueueResource>>(listed.Outcome, listed.Value?.Queues, listed.Error);
    }

    /// <summary>Takes a call out of a queue and sends it to a document.</summary>
    /// <param name="queueSid">QU and 32 hexadecimal digits.</param>
    /// <param name="callSid">The call, or <c>Front</c> for whoever waits longest.</param>
    /// <param name="url">The document.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<RestResult<QueueMemberResource>> TakeAsync(string queueSid, string callSid, string url, CancellationToken cancellationToken)
    {
        var path = $"Queues/{RestPath.Sid(queueSid)}/Members/{RestPath.Sid(callSid)}.json";
        // To take a named call twice is to take it once; to take the front twice is to take two.
        var request = callSid == "Front" ? RestRequest.Create(path, ("Url", url), ("Method", "POST")) : RestRequest.Set(path, ("Url", url), ("Method", "POST"));
        return rest.SendAsync(request, RestJson.Default.QueueMemberResource, cancellationToken);
    }
}
