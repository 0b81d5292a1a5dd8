namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Recordings of calls and conferences.</summary>
internal sealed class RecordingsApi(RestClient rest)
{
    /// <summary>Begins to record a call, caller and agent apart. A call that is being recorded already keeps its recording.</summary>
    public async Task<RestResult<RecordingResource>> StartAsync(string callSid, string statusCallback, CancellationToken cancellationToken)
    {
        var path = $"Calls/{RestPath.Sid(callSid)}/Recordings.json";
        var running = await rest.SendAsync(RestRequest.Get(path), RestJson.Default.RecordingPage, cancellationToken);
        if (running.Value?.Recordings.FirstOrDefault(recording => recording.Status is "in-progress" or "paused") is { } already) return new RestResult<RecordingResource>(RestOutcome.Done, already, null);
        if (running.Outcome != RestOutcome.Done) return new RestResult<RecordingResource>(running.Outcome, null, running.Error);
        return await rest.SendAsync(
            RestRequest.Create(path, ("RecordingChannels", "dual"), ("RecordingStatusCallback", statusCallback), ("RecordingStatusCallbackEvent", "in-progress completed absent")),
            RestJson.Default.RecordingResource, cancellationToken);
    }

    /// <summary>Keeps silence in a recording while a card number or the like is told. One that cannot be paused for sure is ended: better no recording than one that holds it.</summary>
    public async Task<RestResult<RecordingResource>> PauseAsync(string callSid, CancellationToken cancellationToken)
    {
        var paused = await SetAsync(callSid, "paused", "silence", cancellationToken);
        // That the company has answered does not say that it has done it.
        return paused is { Outcome: RestOutcome.Done, Value.Status: "paused" } or { Outcome: RestOutcome.AlreadyGone } ? paused : await StopAsync(callSid, cancellationToken);
    }

    /// <summary>Goes on recording.</summary>
    public Task<RestResult<RecordingResource>> ResumeAsync(string callSid, CancellationToken cancellationToken) => SetAsync(callSid, "in-progress", null, cancellationToken);

    /// <summary>Ends the recording.</summary>
    public Task<RestResult<RecordingResource>> StopAsync(string callSid, CancellationToken cancellationToken) => SetAsync(callSid, "stopped", null, cancellationToken);

    /// <summary>Reads about a recording.</summary>
    public Task<RestResult<RecordingResource>> ReadAsync(string sid, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Get($"Recordings/{RestPath.Sid(sid)}.json"), RestJson.Default.RecordingResource, cancellationToken);

    /// <summary>Erases a recording at the company's.</summary>
    public Task<RestResult<RecordingResource>> EraseAsync(string sid, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Delete($"Recordings/{RestPath.Sid(sid)}.json"), RestJson.Default.RecordingResource, cancellationToken);

    private Task<RestResult<RecordingResource>> SetAsync(string callSid, string status, string? pauseBehavior, CancellationToken cancellationToken) => rest.SendAsync(
        RestRequest.Set($"Calls/{RestPath.Sid(callSid)}/Recordings/Twilio.CURRENT.json", ("Status", status), ("PauseBehavior", pauseBehavior)), RestJson.Default.RecordingResource, cancellationToken);
}
