using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>One call, played from the telephone company's side: it asks the application, carries out what it answers, and waits for the caller.</summary>
public sealed class SimulatedCall : IDisposable
{
    // A document that sends on without ever listening would go round for ever.
    private const int MostDocuments = 30;

    private readonly PlacedCall placed;
    private readonly TimeProvider time;
    private readonly CallLine line;
    private readonly CallRequests requests;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly DateTimeOffset began;
    private CallPlace place;
    private Waiting? waiting;

    internal SimulatedCall(PlacedCall placed, WebhookClient webhooks, TimeProvider time, LookBehind? look, ConferenceRooms rooms)
    {
        (this.placed, this.time) = (placed, time);
        line = new CallLine(placed, time, this, rooms);
        requests = new CallRequests(placed, webhooks, look, Note);
        began = LastAct = time.GetUtcNow();
        place = new CallPlace(new Uri(placed.VoiceUrl), []);
    }

    /// <summary>CA and 32 hexadecimal digits.</summary>
    public string Sid => placed.Sid;

    /// <summary>The number that calls.</summary>
    public string From => placed.From;

    /// <summary>The number that is called.</summary>
    public string To => placed.To;

    /// <summary>ringing, in-progress, completed, busy, no-answer or failed.</summary>
    public string Status => requests.Status;

    /// <summary>When it was placed.</summary>
    public DateTimeOffset Began => began;

    /// <summary>What records it, or null.</summary>
    internal SimulatedRecording? Recorder { get; set; }

    /// <summary>What happened so far.</summary>
    public CallLog Log { get; } = new();

    /// <summary>Whether the call has ended.</summary>
    public bool IsOver => Status is not ("ringing" or "in-progress");

    /// <summary>When somebody last did something.</summary>
    public DateTimeOffset LastAct { get; private set; }

    /// <summary>The bot's telephone rings.</summary>
    public Task RingAsync(CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        Note(new StatusChanged(Status));
        return FollowAsync(placed.Direction == "inbound" ? new Fetch("Voice", placed.VoiceUrl, "POST", []) : new Await(new CalleeRings(placed)), cancellationToken);
    }, cancellationToken);

    /// <summary>The caller, or whoever the call was put through to, does something. Nothing happens once the call is over.</summary>
    public Task ActAsync(CallerAct act, CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        LastAct = time.GetUtcNow();
        var next = Answer(act);
        Note(new CallerDid(act, next is Await { Unheard: true }));
        return FollowAsync(next, cancellationToken);
    }, cancellationToken);

    /// <summary>Another document takes over, as by <c>POST …/Calls/{sid}.json</c>.</summary>
    public Task MoveAsync(string url, string method, CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        var told = line.Queue?.Gone("redirected", line) ?? [];
        if (waiting is Conferring { Inside: var inside })
        {
            line.Leave(inside);
            told = [.. told, .. inside.Tell("participant-leave")];
        }
        return FollowAsync(new Fetch("Redirected by REST", url, method, []) { LeavesQueue = true, Callbacks = told }, cancellationToken);
    }, cancellationToken);

    /// <summary>The call is ended from outside, as by <c>POST …/Calls/{sid}.json</c>.</summary>
    internal Task HangUpAsync(CancellationToken cancellationToken) => InTurnAsync(() => FollowAsync(Answer(new HungUp()), cancellationToken), cancellationToken);

    /// <summary>Delivers the last request once more, as after a lost answer; what it answers changes nothing.</summary>
    public Task RedeliverAsync(CancellationToken cancellationToken) => InTurnAsync(() => requests.RedeliverAsync(cancellationToken), cancellationToken);

    /// <summary>Frees what the call holds.</summary>
    public void Dispose() => gate.Dispose();

    private Next Answer(CallerAct act)
    {
        if (act is HungUp)
        {
            var end = waiting?.On(act, line) as End ?? new End("completed");
            return line.Queue is { } left ? end with { Callbacks = [.. end.Callbacks, .. left.Gone(waiting is TakenFromQueue ? "bridged" : "hangup", line)] } : end;
        }
        if (act is OtherAnswered && line.Queue is { } stay && waiting is not TakenFromQueue) return new Await(new TakenFromQueue(stay));
        return waiting?.On(act, line) ?? new Onward();
    }

    private async Task InTurnAsync(Func<Task> does, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!IsOver) await does();
        }
        finally
        {
            gate.Release();
        }
        while (line.Roomless.TryDequeue(out var other)) await other.LoseRoomAsync(cancellationToken);
    }

    /// <summary>The room in which the call was is gone, or it was sent out.</summary>
    internal Task LoseRoomAsync(CancellationToken cancellationToken) =>
        InTurnAsync(() => waiting is Conferring ? FollowAsync(waiting.On(new RoomClosed(), line), cancellationToken) : Task.CompletedTask, cancellationToken);

    /// <summary>Is sent out of the room.</summary>
    internal Task SendOutAsync(CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        if (waiting is not Conferring { Inside: var inside } conferring) return Task.CompletedTask;
        line.Leave(inside);
        return FollowAsync(conferring.On(new RoomClosed(), line) with { Callbacks = inside.Tell("participant-leave") }, cancellationToken);
    }, cancellationToken);

    /// <summary>Hears somebody in the room.</summary>
    internal void Hear(string words, string language) => Note(new CallerHears([new Words(words, language)]));

    /// <summary>Tells the application something about this call or its room.</summary>
    internal async Task TellAsync(ImmutableArray<Callback> callbacks, CancellationToken cancellationToken)
    {
        foreach (var callback in callbacks) await TellAsync(callback, cancellationToken);
    }

    private async Task FollowAsync(Next next, CancellationToken cancellationToken)
    {
        for (var documents = 0; ;)
        {
            while (line.Left.TryDequeue(out var left)) Note(left);
            if (!next.Heard.IsEmpty) Note(new CallerHears(next.Heard));
            // Somebody was on the other end of this telephone.
            if (next is Fetch { Why: "Voice" } or Await { Waiting: Conferring } && Status == "ringing" && placed.Direction != "inbound") Become("in-progress");
            foreach (var callback in next.Callbacks) await TellAsync(callback, cancellationToken);
            if (next.LeavesQueue) LeaveQueue();
            switch (next)
            {
                case Fetch when documents++ == MostDocuments:
                    next = Failed();
                    break;
                case Fetch fetch:
                    next = await FetchAsync(fetch, cancellationToken);
                    break;
                case Await now:
                    waiting = now.Waiting;
                    Note(new NetworkListens(waiting.Shown));
                    return;
                case End end:
                    await EndAsync(end.Status, cancellationToken);
                    return;
                default:
                    next = Step();
                    break;
            }
        }
    }

    private Next Step()
    {
        waiting = null;
        if (place.Step() is not { } verb) return line.Queue is { } stay ? new Await(new Queued(stay)) : new End("completed");
        if (Status == "ringing" && verb is not RejectVerb) Become("in-progress");
        return verb.Reach(line);
    }

    private async Task<Next> FetchAsync(Fetch fetch, CancellationToken cancellationToken)
    {
        var outer = fetch.Enters is null ? place.Outer : place;
        if (await requests.FetchAsync(fetch, place.Document, cancellationToken) is not var (from, verbs)) return Failed();
        place = new CallPlace(from, verbs) { Outer = outer };
        return new Onward();
    }

    private Task TellAsync(Callback callback, CancellationToken cancellationToken) => requests.TellAsync(callback, (place.Outer ?? place).Document, cancellationToken);

    private static End Failed() => new("failed") { Heard = [new Signal("fault")] };

    private void LeaveQueue()
    {
        line.Queue = null;
        place = place.Outer ?? place;
    }

    private async Task EndAsync(string ended, CancellationToken cancellationToken)
    {
        waiting = null;
        Become(ended);
        if (Recorder is { Status: not "completed" } recorder)
        {
            recorder.Status = "completed";
            Note(new RecordingKept(recorder.Sid, $"{placed.RestBaseUrl}/2010-04-01/Accounts/{placed.AccountSid}/Recordings/{recorder.Sid}", recorder.Words, recorder.Seconds));
            if (recorder.Told is { } told) await TellAsync(told, cancellationToken);
        }
        if (placed.StatusCallback.Length > 0) await TellAsync(new Callback("Status callback", placed.StatusCallback, "POST",
        [
            new("CallDuration", line.SecondsSince(began)), new("SequenceNumber", "0"), new("CallbackSource", "call-progress-events"),
            new("Timestamp", time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture)),
        ]), cancellationToken);
        Log.Close();
    }

    private void Become(string now)
    {
        requests.Status = now;
        Note(new StatusChanged(now));
    }

    private void Note(CallEvent entry) => Log.Append(entry, time.GetUtcNow());
}
