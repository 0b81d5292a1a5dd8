namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Conferences and who is in them.</summary>
internal sealed class ConferencesApi(RestClient rest, CreateOnce once)
{
    /// <summary>Calls somebody into a conference, once for each key; the conference comes into being with its first participant.</summary>
    /// <param name="key">One key for one thing for ever.</param>
    /// <param name="conference">Its id or our name for it.</param>
    /// <param name="order">Who.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<RestResult<ParticipantResource>> AddAsync(string key, string conference, ParticipantOrder order, CancellationToken cancellationToken) => once.RunAsync(
        key,
        new Creation<ParticipantResource>(
            stop => CreateAsync(conference, order, stop), (_, stop) => FindAsync(conference, order.Label, stop),
            (sid, stop) => rest.SendAsync(RestRequest.Get(Path(conference, sid)), RestJson.Default.ParticipantResource, stop), participant => participant.CallSid),
        cancellationToken);

    /// <summary>Changes how somebody takes part; what is null stays as it is.</summary>
    /// <param name="conference">Its id or our name for it.</param>
    /// <param name="participant">Their call, or our label for them.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<RestResult<ParticipantResource>> ChangeAsync(string conference, string participant, ParticipantChange change, CancellationToken cancellationToken) => rest.SendAsync(
        RestRequest.Set(
            Path(conference, participant), ("Hold", Flag(change.Hold)), ("HoldUrl", change.HoldUrl), ("Muted", Flag(change.Muted)), ("Coaching", Flag(change.Coaching)), ("CallSidToCoach", change.CallSidToCoach),
            ("AnnounceUrl", change.AnnounceUrl), ("EndConferenceOnExit", Flag(change.EndConferenceOnExit))),
        RestJson.Default.ParticipantResource, cancellationToken);

    /// <summary>Sends somebody out.</summary>
    public Task<RestResult<ParticipantResource>> RemoveAsync(string conference, string participant, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Delete(Path(conference, participant)), RestJson.Default.ParticipantResource, cancellationToken);

    /// <summary>Ends a conference for all.</summary>
    public Task<RestResult<ConferenceResource>> EndAsync(string conference, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Set($"Conferences/{RestPath.Sid(conference)}.json", ("Status", "completed")), RestJson.Default.ConferenceResource, cancellationToken);

    private Task<RestResult<ParticipantResource>> CreateAsync(string conference, ParticipantOrder order, CancellationToken cancellationToken) => rest.SendAsync(
        RestRequest.Create(
            $"Conferences/{RestPath.Sid(conference)}/Participants.json", ("From", order.From), ("To", order.To), ("Label", order.Label), ("EarlyMedia", "true"), ("Beep", "false"), ("EndConferenceOnExit", Flag(order.EndConferenceOnExit)),
            ("Muted", Flag(order.Muted)), ("Coaching", Flag(order.CallSidToCoach is not null)), ("CallSidToCoach", order.CallSidToCoach), ("StatusCallback", order.StatusCallback), ("ConferenceStatusCallback", order.ConferenceStatusCallback)),
        RestJson.Default.ParticipantResource, cancellationToken);

    private async Task<RestResult<ParticipantResource>> FindAsync(string conference, string label, CancellationToken cancellationToken)
    {
        var listed = await rest.SendAsync(RestRequest.Get($"Conferences/{RestPath.Sid(conference)}/Participants.json", ("PageSize", "50")), RestJson.Default.ParticipantPage, cancellationToken);
        // A conference that is not there has nobody in it.
        return listed.Outcome == RestOutcome.AlreadyGone
            ? new RestResult<ParticipantResource>(RestOutcome.Done, null, null)
            : new RestResult<ParticipantResource>(listed.Outcome, listed.Value?.Participants.FirstOrDefault(participant => participant.Label == label), listed.Error);
    }

    private static string Path(string conference, string participant) => $"Conferences/{RestPath.Sid(conference)}/Participants/{RestPath.Sid(participant)}.json";

    private static string? Flag(bool? value) => value is null ? null : value.Value ? "true" : "false";
}

/// <summary>Somebody to call into a conference.</summary>
/// <param name="From">Our number.</param>
/// <param name="To">Theirs, or <c>client:name</c>.</param>
/// <param name="Label">Our name for them, unique within the conference; by it they are found again.</param>
internal sealed record ParticipantOrder(string From, string To, string Label)
{
    /// <summary>Whether the conference ends when they leave: true for callers, false for agents.</summary>
    public bool EndConferenceOnExit { get; init; }
    /// <summary>Whether they only listen.</summary>
    public bool Muted { get; init; }
    /// <summary>The call of the one person who hears them, or null.</summary>
    public string? CallSidToCoach { get; init; }
    /// <summary>Where it is told how their call goes, or null.</summary>
    public string? StatusCallback { get; init; }
    /// <summary>Where it is told what happens in the conference, or null.</summary>
    public string? ConferenceStatusCallback { get; init; }
}

/// <summary>How somebody takes part from now on; what is null stays as it is.</summary>
internal sealed record ParticipantChange
{
    /// <summary>They hear music, and nobody hears them.</summary>
    public bool? Hold { get; init; }
    /// <summary>What they hear on hold.</summary>
    public string? HoldUrl { get; init; }
    /// <summary>Nobody hears them.</summary>
    public bool? Muted { get; init; }
    /// <summary>One person alone hears them.</summary>
    public bool? Coaching { get; init; }
    /// <summary>The call of that person.</summary>
    public string? CallSidToCoach { get; init; }
    /// <summary>A document that is played to them.</summary>
    public string? AnnounceUrl { get; init; }
    /// <summary>Whether the conference ends when they leave.</summary>
    public bool? EndConferenceOnExit { get; init; }
}
