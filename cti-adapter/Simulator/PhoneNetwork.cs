using System.Collections.Concurrent;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>The telephone company on this machine: it places calls to the bot over the same signed webhooks as the real one.</summary>
/// <param name="http">Follows no redirects, has no deadline of its own.</param>
/// <param name="account">Whose number is called.</param>
/// <param name="time">The shop's clock.</param>
/// <param name="look">Looks at the turn behind each answer; null where nobody does.</param>
public sealed class PhoneNetwork(HttpClient http, SimulatedAccount account, TimeProvider time, LookBehind? look = null)
{
    /// <summary>How many calls there may be at once.</summary>
    public const int MostCalls = 200;

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, SimulatedCall> calls = new(StringComparer.Ordinal);
    private readonly WebhookClient webhooks = new(http, account.AuthToken, account.Application, time);

    /// <summary>Takes up the receiver; the bot's telephone rings with <see cref="SimulatedCall.RingAsync"/>.</summary>
    /// <param name="from">The caller's number, or <c>anonymous</c>.</param>
    /// <param name="to">The number that is called.</param>
    /// <returns>The call, or null where too many are under way.</returns>
    public SimulatedCall? Place(string from, string to)
    {
        Forget();
        if (calls.Count >= MostCalls) return null;
        var application = account.Application.AbsoluteUri.TrimEnd('/');
        var placed = new PlacedCall(CallLine.NewSid("CA"), account.Sid, from, to)
        {
            VoiceUrl = $"{application}/twilio/voice",
            StatusCallback = $"{application}/twilio/status",
            FallbackUrl = $"{application}/twilio/fallback",
            RestBaseUrl = account.RestBaseUrl,
        };
        return calls[placed.Sid] = new SimulatedCall(placed, webhooks, time, look);
    }

    /// <summary>A call by its id, or null.</summary>
    public SimulatedCall? Find(string sid) => calls.GetValueOrDefault(sid);

    // Ended calls stay readable for a while; nobody hears one that was left open.
    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (sid, call) in calls)
            if (now - call.LastAct > Forgotten && calls.TryRemove(sid, out var gone)) gone.Dispose();
    }
}

/// <summary>Whose number is called.</summary>
/// <param name="Sid">AC and 32 hexadecimal digits.</param>
/// <param name="AuthToken">What requests are signed with.</param>
/// <param name="Application">The bot's public address.</param>
/// <param name="RestBaseUrl">Where the company's REST interface is reached, without a slash at the end.</param>
public sealed record SimulatedAccount(string Sid, string AuthToken, Uri Application, string RestBaseUrl);
