namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Records what the caller says, such as a voicemail; goes on with its action. An empty recording goes on with the next verb.</summary>
public sealed record Record : Verb, IResponseVerb
{
    /// <summary>Where to go on; without one the document is asked for again, without end.</summary>
    public required string Action { get; init; }
    /// <summary>Longest recording in seconds; an hour unless said.</summary>
    public int? MaxLength { get; init; }
    /// <summary>Seconds of silence that end it; 5 unless said.</summary>
    public int? Timeout { get; init; }
    /// <summary>Keys that end it; any unless said.</summary>
    public string? FinishOnKey { get; init; }
    /// <summary>Whether a tone begins it; true unless said.</summary>
    public bool? PlayBeep { get; init; }
    /// <summary>Whether silence at its ends is cut: trim-silence, or do-not-trim.</summary>
    public string? Trim { get; init; }
    /// <summary>Where the finished recording is told.</summary>
    public string? RecordingStatusCallback { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (FinishOnKey is { } keys && keys.Any(key => !"0123456789*#".Contains(key, StringComparison.Ordinal))) throw writer.Refused("finishOnKey", keys, "must be keys of a telephone");
        writer.Attribute("action", Action);
        writer.Attribute("maxLength", MaxLength, 1, 14_400);
        writer.Attribute("timeout", Timeout, 1, 600);
        writer.Attribute("finishOnKey", FinishOnKey);
        writer.Attribute("playBeep", PlayBeep);
        writer.OneOf("trim", Trim, "trim-silence", "do-not-trim");
        writer.Attribute("recordingStatusCallback", RecordingStatusCallback);
    }
}
