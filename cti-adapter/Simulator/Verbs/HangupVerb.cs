namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Hangup</c>: the call ends.</summary>
internal sealed record HangupVerb : Verb
{
    public static HangupVerb Read(TwimlElement hangup)
    {
        hangup.Finish();
        return new HangupVerb();
    }

    public override Next Reach(CallLine line) => new End("completed");
}
