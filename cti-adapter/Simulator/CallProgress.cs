using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>How a call goes on: documents are fetched and carried out verb by verb, until somebody is waited for. Whoever uses it holds the call's turn.</summary>
/// <param name="placed">The call.</param>
/// <param name="line">What verbs know of it.</param>
/// <param name="requests">How the application is asked.</param>
/// <param name="log">What happened.</param>
/// <param name="time">The clock.</param>
/// <param name="relayed">What comes over a socket of the call's.</param>
internal sealed class CallProgress(PlacedCall placed, CallLine line, CallRequests requests, CallLog log, TimeProvider time, IRelayed relayed)
{
    // A document that sends on without ever listening would go round for ever.
    private const int MostDocuments = 30;

    private readonly DateTimeOffset began = time.GetUtcNow();
    private CallPlace place = new(new Uri(placed.VoiceUrl), []);
    private Waiting? waiting;

    /// <summary>Whom the network waits for, or null.</summary>
    public Waiting? Waiting => waiting;

    /// <summary>What records the call, or null.</summary>
    public SimulatedRecording? Recorder { get; set; }

    /// <summary>Writes into the call's log.</summary>
    public void Note(CallEvent entry) => log.Append(entry, time.GetUtcNow());

    /// <summary>A document is read out to the call while it is in a room, where everything goes on.</summary>
    public async Task AnnounceAsync(string url, CancellationToken cancellationToken)
    {
        if (waiting is not Conferring { Inside: var inside }) return;
        var document = await requests.FetchAsync(new Fetch("Announcement", url, "POST", []), place.Document, cancellationToken);
        foreach (var said in document?.Verbs.OfType<SayVerb>() ?? []) Note(new CallerHears(said.Sounds));
        foreach (var callback in inside.Tell(document is null ? "announcement-fail" : "announcement-end")) await TellAsync(callback, cancellationToken);
    }

    /// <summary>Goes on until somebody is waited for, or the call is over.</summary>
    public async Task FollowAsync(Next next, CancellationToken cancellationToken)
    {
        if (waiting is Relaying { Socket: var open } && next is Fetch or End) await open.CloseAsync();
        for (var documents = 0; ;)
        {
            while (line.Left.TryDequeue(out var left)) Note(left);
            if (!next.Heard.IsEmpty) Note(new CallerHears(next.Heard));
            // Somebody was on the other end of this telephone.
            if (next is Fetch { Why: "Voice" } or Await { Waiting: Conferring } && requests.Status == "ringing" && placed.Direction != "inbound") Become("in-progress");
            foreach (var callback in next.Callbacks) await TellAsync(callback, cancellationToken);
            if (next.LeavesQueue) LeaveQueue();
            switch (next)
            {
                case OpensSocket opens:
                    next = await OpenAsync(opens.Verb, cancellationToken);
                    break;
                case Sends sends:
                    await sends.Socket.SendAsync(sends.Frame, cancellationToken);
                    next = new Await(waiting ?? throw new InvalidOperationException("Nobody is waited for."));
                    break;
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
        if (requests.Status == "ringing" && verb is not RejectVerb) Become("in-progress");
        return verb.Reach(line);
    }

    private async Task<Next> FetchAsync(Fetch fetch, CancellationToken cancellationToken)
    {
        var outer = fetch.Enters is null ? place.Outer : place;
        if (await requests.FetchAsync(fetch, place.Document, cancellationToken) is not var (from, verbs)) return Failed();
        place = new CallPlace(from, verbs) { Outer = outer };
        return new Onward();
    }

    // A socket that does not open ends the session at once, and the action says how the call goes on.
    private async Task<Next> OpenAsync(ConnectVerb verb, CancellationToken cancellationToken) =>
        await RelaySocket.OpenAsync(verb, placed, requests, relayed, cancellationToken) is { } socket ? new Await(new Relaying(verb, socket)) : verb.Over(socketEnd: null);

    /// <summary>Tells the application something.</summary>
    public Task TellAsync(Callback callback, CancellationToken cancellationToken) => requests.TellAsync(callback, (place.Outer ?? place).Document, cancellationToken);

    private static End Failed() => new("failed") { Heard = [new Signal("fault")] };

    private void LeaveQueue()
    {
        line.Queue = null;
        place = place.Outer ?? place;
    }

    /// <summary>What comes of what somebody did.</summary>
    public Next Answer(CallerAct act)
    {
        if (act is HungUp)
        {
            var end = waiting?.On(act, line) as End ?? new End("completed");
            return line.Queue is { } left ? end with { Callbacks = [.. end.Callbacks, .. left.Gone(waiting is TakenFromQueue ? "bridged" : "hangup", line)] } : end;
        }
        if (act is OtherAnswered && line.Queue is { } stay && waiting is not TakenFromQueue) return new Await(new TakenFromQueue(stay));
        return waiting?.On(act, line) ?? new Onward();
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
        log.Close();
    }

    private void Become(string now)
    {
        requests.Status = now;
        Note(new StatusChanged(now));
    }
}
