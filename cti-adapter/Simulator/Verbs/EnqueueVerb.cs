namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Enqueue</c>: the caller waits in a queue.</summary>
internal sealed record EnqueueVerb : Verb
{
    public string Queue { get; init; } = "";
    public string? Action { get; init; }
    public string Method { get; init; } = "POST";
    public string? WaitUrl { get; init; }
    public string WaitMethod { get; init; } = "POST";

    public static EnqueueVerb Read(TwimlElement enqueue)
    {
        var verb = new EnqueueVerb
        {
            Queue = enqueue.Content,
            Action = enqueue.Address("action"),
            Method = enqueue.Method(),
            WaitUrl = enqueue.Address("waitUrl"),
            WaitMethod = enqueue.Method("waitUrlMethod"),
        };
        enqueue.Finish("maxQueueSize", "workflowSid");
        if (verb.Queue.Length is 0 or > 64) enqueue.Warn($"<Enqueue> names a queue of {verb.Queue.Length} characters; 1 to 64 are allowed");
        return verb;
    }

    public override Next Reach(CallLine line)
    {
        var stay = new QueueStay(this, CallLine.NewSid("QU"), line.Now);
        line.Queue = stay;
        return WaitUrl is null ? new Await(new Queued(stay)) : stay.Wait(line) with { Enters = stay };
    }
}
