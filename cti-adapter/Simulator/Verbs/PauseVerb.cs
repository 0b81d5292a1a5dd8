namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Pause</c>: silence.</summary>
internal sealed record PauseVerb(int Seconds) : Verb
{
    public static PauseVerb Read(TwimlElement pause)
    {
        var seconds = pause.Number("length", 1, 1, 180);
        pause.Finish();
        return new PauseVerb(seconds);
    }

    public override Next Reach(CallLine line) => new Onward { Heard = [new Quiet(Seconds * 1000)] };
}
