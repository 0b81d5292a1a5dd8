using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>A caller's stay in a queue: while it lasts, the wait document plays again and again.</summary>
/// <param name="Verb">How the queue was entered.</param>
/// <param name="Sid">The queue's id.</param>
/// <param name="Since">When.</param>
internal sealed record QueueStay(EnqueueVerb Verb, string Sid, DateTimeOffset Since)
{
    /// <summary>The wait document once more.</summary>
    public Fetch Wait(CallLine line) => new("Enqueue wait", Verb.WaitUrl, Verb.WaitMethod,
    [
        new("QueueSid", Sid), new("QueuePosition", "1"), new("QueueTime", line.SecondsSince(Since)), new("AvgQueueTime", "0"), new("CurrentQueueSize", "1"),
    ]);

    /// <summary>The stay is over: the action is asked what comes, or the document that queued goes on.</summary>
    public Next Ended(string result, CallLine line) => Verb.Action is null
        ? new Onward { LeavesQueue = true }
        : new Fetch("Enqueue action", Verb.Action, Verb.Method, Result(result, line)) { LeavesQueue = true };

    /// <summary>The caller is gone: the action is told.</summary>
    public ImmutableArray<Callback> Gone(string result, CallLine line) =>
        Verb.Action is null ? [] : [new("Enqueue action", Verb.Action, Verb.Method, Result(result, line))];

    private ImmutableArray<Parameter> Result(string result, CallLine line) => [new("QueueResult", result), new("QueueSid", Sid), new("QueueTime", line.SecondsSince(Since))];
}

/// <summary>The wait document has ended; it plays again, unless somebody takes the call.</summary>
internal sealed record Queued(QueueStay Stay) : Waiting
{
    public override Listening Shown => new("queue") { Other = Stay.Verb.Queue };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        KeptSilent when Stay.Verb.WaitUrl is not null => Stay.Wait(line),
        _ => new Await(this) { Unheard = act is not KeptSilent },
    };
}

/// <summary>The caller was taken out of the queue and speaks with somebody.</summary>
internal sealed record TakenFromQueue(QueueStay Stay) : Waiting
{
    public override Listening Shown => new("talk") { Speech = true, Other = Stay.Verb.Queue };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        OtherHungUp => Stay.Ended("bridged", line),
        _ => new Await(this),
    };
}
