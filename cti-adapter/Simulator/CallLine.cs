using System.Globalization;
using System.Security.Cryptography;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What a verb may know of the call that reaches it, and leave behind.</summary>
/// <param name="call">The call.</param>
/// <param name="time">The clock of the simulator.</param>
/// <param name="self">The same, as others meet it.</param>
/// <param name="rooms">Where calls meet.</param>
internal sealed class CallLine(PlacedCall call, TimeProvider time, SimulatedCall self, ConferenceRooms rooms)
{
    /// <summary>Calls that lost their room by what this one did; they go on after it.</summary>
    public Queue<SimulatedCall> Roomless { get; } = new();

    /// <summary>Enters a room.</summary>
    public Participant Enter(ConferenceRoom room) => rooms.Enter(self, room);

    /// <summary>Leaves a room.</summary>
    public void Leave(Participant inside)
    {
        foreach (var other in rooms.Leave(inside)) Roomless.Enqueue(other);
    }

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
