namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Reject</c>: the call is never answered.</summary>
internal sealed record RejectVerb(string Reason) : Verb
{
    public static RejectVerb Read(TwimlElement reject)
    {
        var reason = reject.Choice("reason", "rejected", "rejected", "busy");
        reject.Finish();
        return new RejectVerb(reason);
    }

    public override Next Reach(CallLine line) => new End(Reason == "busy" ? "busy" : "no-answer") { Heard = [new Signal("busy")] };
}
