namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Start</c> and <c>Stop</c>: what runs beside the call (recording, transcription, streams) is not simulated; the call goes on.</summary>
internal sealed record BackgroundVerb : Verb
{
    public static BackgroundVerb Read(TwimlElement element)
    {
        foreach (var child in element.Children("Stream", "Siprec", "Transcription", "Recording")) _ = child;
        return new BackgroundVerb();
    }

    public override Next Reach(CallLine line) => new Onward();
}
