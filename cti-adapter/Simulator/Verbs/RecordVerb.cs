using System.Collections.Immutable;
using System.Globalization;

namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Record</c>: what the caller says is kept.</summary>
internal sealed record RecordVerb : Verb
{
    public string? Action { get; init; }
    public string Method { get; init; } = "POST";
    public int Timeout { get; init; }
    public string FinishOnKey { get; init; } = "";
    public bool PlayBeep { get; init; }
    public string? StatusCallback { get; init; }

    public static RecordVerb Read(TwimlElement record)
    {
        var verb = new RecordVerb
        {
            Action = record.Address("action"),
            Method = record.Method(),
            Timeout = record.Number("timeout", 5, 0, 600),
            FinishOnKey = record.Text("finishOnKey", "1234567890*#"),
            PlayBeep = record.Flag("playBeep", true),
            StatusCallback = record.Address("recordingStatusCallback"),
        };
        record.Finish("maxLength", "trim", "transcribe", "transcribeCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent");
        return verb;
    }

    public override Next Reach(CallLine line) => new Await(new Taping(this, "")) { Heard = PlayBeep ? [new Signal("beep")] : [] };
}

/// <summary>The caller is recorded.</summary>
/// <param name="Verb">How.</param>
/// <param name="Words">What was said so far.</param>
internal sealed record Taping(RecordVerb Verb, string Words) : Waiting
{
    // Slow speech; the recording itself is as long as the voice that reads it makes it.
    private const int CharactersASecond = 5;

    public override Listening Shown => new("record") { Keys = true, Speech = true, Timeout = Verb.Timeout, FinishOnKey = Verb.FinishOnKey };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        Spoke spoke => new Await(this with { Words = Words.Length == 0 ? spoke.Text : $"{Words} {spoke.Text}" }),
        Pressed pressed when Verb.FinishOnKey.Contains(pressed.Key, StringComparison.Ordinal) => Finished(line, pressed.Key.ToString()),
        KeptSilent => Finished(line, ""),
        HungUp => Finished(line, "hangup"),
        _ => new Await(this) { Unheard = true },
    };

    // An empty recording is no recording: the next verb follows.
    private Next Finished(CallLine line, string digits)
    {
        if (Words.Length == 0) return digits == "hangup" ? new End("completed") : new Onward();
        var recording = line.Keep(Words, Math.Max(1, Words.Length / CharactersASecond));
        ImmutableArray<Parameter> told =
        [
            new("RecordingSid", recording.Sid), new("RecordingUrl", recording.Url), new("RecordingDuration", recording.Seconds.ToString(CultureInfo.InvariantCulture)),
        ];
        ImmutableArray<Callback> callbacks = Verb.StatusCallback is { } url
            ? [new("Recording status", url, "POST", [.. told, new("RecordingStatus", "completed"), new("RecordingChannels", "1"), new("RecordingSource", "RecordVerb")])]
            : [];
        var action = new Fetch("Record action", Verb.Action, Verb.Method, [.. told, new("Digits", digits)]);
        return digits == "hangup" && Verb.Action is not null
            ? new End("completed") { Callbacks = [new(action.Why, Verb.Action, Verb.Method, action.Parameters), .. callbacks] }
            : action with { Callbacks = callbacks };
    }
}
