using System.Collections.Concurrent;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>The telephone company on this machine: it places calls to the bot over the same signed webhooks as the real one.</summary>
public sealed class PhoneNetwork
{
    /// <summary>How many calls there may be at once.</summary>
    public const int MostCalls = 200;

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, SimulatedCall> calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SimulatedRecording> recordings = new(StringComparer.Ordinal);
    private readonly SimulatedAccount account;
    private readonly TimeProvider time;
    private readonly LookBehind? look;
    private readonly WebhookClient webhooks;
    private readonly TextMessages texts;

    /// <summary>The company, with one account.</summary>
    /// <param name="http">Follows no redirects, has no deadline of its own.</param>
    /// <param name="account">Whose number is called.</param>
    /// <param name="time">The shop's clock.</param>
    /// <param name="look">Looks at the turn behind each answer; null where nobody does.</param>
    public PhoneNetwork(HttpClient http, SimulatedAccount account, TimeProvider time, LookBehind? look = null)
    {
        (this.account, this.time, this.look) = (account, time, look);
        webhooks = new WebhookClient(http, account.AuthToken, account.Application, time);
        texts = new TextMessages(webhooks, account, entry => Outside.Append(entry, time.GetUtcNow()));
    }

    /// <summary>Takes up the receiver; the bot's telephone rings with <see cref="SimulatedCall.RingAsync"/>.</summary>
    /// <param name="from">The caller's number, or <c>anonymous</c>.</param>
    /// <param name="to">The number that is called.</param>
    /// <returns>The call, or null where too many are under way.</returns>
    public SimulatedCall? Place(string from, string to)
    {
        Forget();
        if (calls.Count >= MostCalls) return null;
        var application = account.Application.AbsoluteUri.TrimEnd('/');
        return Add(new PlacedCall(CallLine.NewSid("CA"), account.Sid, from, to)
        {
            VoiceUrl = $"{application}/twilio/voice",
            StatusCallback = $"{application}/twilio/status",
            FallbackUrl = $"{application}/twilio/fallback",
            RestBaseUrl = account.RestBaseUrl,
        });
    }

    /// <summary>What happens beside the calls that were placed here: telephones that the bot rings, and text messages.</summary>
    public CallLog Outside { get; } = new();

    /// <summary>All calls, oldest first.</summary>
    public IReadOnlyList<SimulatedCall> Calls => [.. calls.Values.OrderBy(call => call.Began)];

    /// <summary>Whose number is called.</summary>
    internal SimulatedAccount Account => account;

    /// <summary>The time.</summary>
    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Where calls meet.</summary>
    internal ConferenceRooms Rooms { get; } = new();

    /// <summary>What was recorded, by id.</summary>
    internal ConcurrentDictionary<string, SimulatedRecording> Recordings => recordings;

    /// <summary>The bot calls somebody: their telephone rings.</summary>
    internal async Task<SimulatedCall> PlaceOutAsync(string from, string to, string voiceUrl, string? statusCallback, ConferenceRoom? joins, CancellationToken cancellationToken)
    {
        Forget();
        var application = account.Application.AbsoluteUri.TrimEnd('/');
        var call = Add(new PlacedCall(CallLine.NewSid("CA"), account.Sid, from, to)
        {
            VoiceUrl = Absolute(voiceUrl), StatusCallback = statusCallback is null ? "" : Absolute(statusCallback), FallbackUrl = $"{application}/twilio/fallback", RestBaseUrl = account.RestBaseUrl, Direction = "outbound-api", Joins = joins,
        });
        await call.RingAsync(cancellationToken);
        Outside.Append(new PhoneRings(call.Sid, from, to), time.GetUtcNow());
        return call;
    }

    /// <summary>Somebody writes the bot a text message; what it answers at once arrives at their telephone, and stands in <see cref="Outside"/>.</summary>
    /// <param name="from">Whose telephone.</param>
    /// <param name="to">The number that is written to.</param>
    /// <param name="body">The words.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WriteAsync(string from, string to, string body, CancellationToken cancellationToken) => texts.WriteAsync(from, to, body, cancellationToken);

    /// <summary>A text message arrives at a telephone; false where whoever it belongs to wants no more of them.</summary>
    internal bool Text(string to, string body) => texts.Deliver(to, body);

    /// <summary>Begins to record a call.</summary>
    internal SimulatedRecording Record(SimulatedCall call, int channels, string? statusCallback)
    {
        var recording = new SimulatedRecording(CallLine.NewSid("RE"), call.Sid, channels, statusCallback is null ? null : Absolute(statusCallback));
        recordings[recording.Sid] = call.Recorder = recording;
        return recording;
    }

    private string Absolute(string url) => new Uri(account.Application, url).AbsoluteUri;

    private SimulatedCall Add(PlacedCall placed) => calls[placed.Sid] = new SimulatedCall(placed, webhooks, time, look, Rooms);

    /// <summary>A call by its id, or null.</summary>
    public SimulatedCall? Find(string sid) => calls.GetValueOrDefault(sid);

    // Ended calls stay readable for a while; nobody hears one that was left open.
    private void Forget()
    {
        foreach (var (sid, call) in calls)
            if (call.Idle > Forgotten && calls.TryRemove(sid, out var gone)) gone.Dispose();
    }
}

/// <summary>Whose number is called.</summary>
/// <param name="Sid">AC and 32 hexadecimal digits.</param>
/// <param name="AuthToken">What requests are signed with.</param>
/// <param name="Application">The bot's public address.</param>
/// <param name="RestBaseUrl">Where the company's REST interface is reached, without a slash at the end.</param>
public sealed record SimulatedAccount(string Sid, string AuthToken, Uri Application, string RestBaseUrl)
{
    /// <summary>A key of the account and its secret, divided by a colon, with which the REST interface may be asked too; null for none.</summary>
    public string? ApiKey { get; init; }
}
