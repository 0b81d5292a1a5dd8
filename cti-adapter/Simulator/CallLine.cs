using System.Globalization;
using System.Security.Cryptography;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What a verb may know of the call that reaches it, and leave behind.</summary>
/// <param name="call">The call.</param>
/// <param name="time">The clock of the simulator.</param>
internal sealed class CallLine(PlacedCall call, TimeProvider time)
{
    /// <summary>The caller's number, as it is shown.</summary>
    public string From => call.From;

    /// <summary>The number that was called.</summary>
    public string To => call.To;

    /// <summary>The queue in which the caller waits, or null.</summary>
    public QueueStay? Queue { get; set; }

    /// <summary>What came up since it was last asked for: recordings and text messages.</summary>
    public Queue<CallEvent> Left { get; } = new();

    /// <summary>Keeps what the caller said.</summary>
    public RecordingKept Keep(string words, int seconds)
    {
        var sid = NewSid("RE");
        var kept = new RecordingKept(sid, $"{call.RestBaseUrl}/2010-04-01/Accounts/{call.AccountSid}/Recordings/{sid}", words, seconds);
        Left.Enqueue(kept);
        return kept;
    }

    /// <summary>Delivers a text message.</summary>
    public void Text(string to, string body) => Left.Enqueue(new TextDelivered(to, body));

    /// <summary>The time now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whole seconds since then, as the company writes them.</summary>
    public string SecondsSince(DateTimeOffset then) => ((int)(Now - then).TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>An id of the company: two letters and 32 hexadecimal digits.</summary>
    public static string NewSid(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
