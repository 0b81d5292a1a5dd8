using System.Collections.Concurrent;
using System.Globalization;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>What is recorded of a call: its words, since the simulator has no sound.</summary>
/// <param name="sid">RE and 32 hexadecimal digits.</param>
/// <param name="callSid">The call.</param>
/// <param name="channels">1, or 2 where both sides are kept apart.</param>
/// <param name="statusCallback">Where it is told how it stands, or null.</param>
public sealed class SimulatedRecording(string sid, string callSid, int channels, string? statusCallback)
{
    // Slow speech; the recording itself is as long as the voice that reads it makes it.
    private const int CharactersASecond = 5;
    private readonly ConcurrentQueue<string> words = new();

    /// <summary>RE and 32 hexadecimal digits.</summary>
    public string Sid => sid;
    /// <summary>The call.</summary>
    public string CallSid => callSid;
    /// <summary>1 or 2.</summary>
    public int Channels => channels;
    /// <summary>in-progress, paused, stopped or completed.</summary>
    public string Status { get; internal set; } = "in-progress";
    /// <summary>All that was said.</summary>
    public string Words => string.Join(' ', words);
    /// <summary>How long.</summary>
    public int Seconds => Math.Max(1, Words.Length / CharactersASecond);

    /// <summary>What the application is told when it is completed, or null where nobody wants to know.</summary>
    internal Callback? Told => statusCallback is null ? null : new("Recording status", statusCallback, "POST",
    [
        new("RecordingSid", sid), new("RecordingStatus", "completed"), new("RecordingDuration", Seconds.ToString(CultureInfo.InvariantCulture)),
        new("RecordingChannels", channels.ToString(CultureInfo.InvariantCulture)), new("RecordingSource", "StartCallRecordingAPI"),
    ]);

    /// <summary>Somebody said something; while it is paused nothing is kept.</summary>
    internal void Add(string said)
    {
        if (Status == "in-progress") words.Enqueue(said);
    }
}
