namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Leave</c>: the caller leaves the queue, and the document that queued goes on.</summary>
internal sealed record LeaveVerb : Verb
{
    public static LeaveVerb Read(TwimlElement leave)
    {
        leave.Finish();
        return new LeaveVerb();
    }

    public override Next Reach(CallLine line) => line.Queue is { } stay ? stay.Ended("leave", line) : new Onward();
}
