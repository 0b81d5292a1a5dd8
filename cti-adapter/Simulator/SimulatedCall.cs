using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>One call, played from the telephone company's side: it asks the application, carries out what it answers, and waits for the caller.</summary>
public sealed class SimulatedCall : IDisposable, IRelayed
{
    private readonly PlacedCall placed;
    private readonly TimeProvider time;
    private readonly CallLine line;
    private readonly CallRequests requests;
    private readonly CallProgress progress;
    private readonly SemaphoreSlim gate = new(1, 1);
    private long lastAct;

    internal SimulatedCall(PlacedCall placed, WebhookClient webhooks, TimeProvider time, LookBehind? look, ConferenceRooms rooms)
    {
        (this.placed, this.time) = (placed, time);
        line = new CallLine(placed, time, this, rooms);
        requests = new CallRequests(placed, webhooks, look, entry => Log.Append(entry, time.GetUtcNow()));
        progress = new CallProgress(placed, line, requests, Log, time, this);
        Began = time.GetUtcNow();
        lastAct = time.GetTimestamp();
    }

    /// <summary>CA and 32 hexadecimal digits.</summary>
    public string Sid => placed.Sid;

    /// <summary>The number that calls.</summary>
    public string From => placed.From;

    /// <summary>The number that is called.</summary>
    public string To => placed.To;

    /// <summary>ringing, in-progress, completed, busy, no-answer, canceled or failed.</summary>
    public string Status => requests.Status;

    /// <summary>When it was placed.</summary>
    public DateTimeOffset Began { get; }

    /// <summary>What records it, or null.</summary>
    internal SimulatedRecording? Recorder
    {
        get => progress.Recorder;
        set => progress.Recorder = value;
    }

    /// <summary>What happened so far.</summary>
    public CallLog Log { get; } = new();

    /// <summary>Whether the call has ended.</summary>
    public bool IsOver => Status is not ("ringing" or "in-progress");

    /// <summary>How long nobody has done anything, whatever the shop's clock was set to meanwhile.</summary>
    internal TimeSpan Idle => time.GetElapsedTime(lastAct);

    /// <summary>The bot's telephone rings.</summary>
    public Task RingAsync(CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        progress.Note(new StatusChanged(Status));
        return progress.FollowAsync(placed.Direction == "inbound" ? new Fetch("Voice", placed.VoiceUrl, "POST", []) : new Await(new CalleeRings(placed)), cancellationToken);
    }, cancellationToken);

    /// <summary>The caller, or whoever the call was put through to, does something. Nothing happens once the call is over.</summary>
    public Task ActAsync(CallerAct act, CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        lastAct = time.GetTimestamp();
        var next = progress.Answer(act);
        progress.Note(new CallerDid(act, next is Await { Unheard: true }));
        return progress.FollowAsync(next, cancellationToken);
    }, cancellationToken);

    /// <summary>Another document takes over, as by <c>POST …/Calls/{sid}.json</c>.</summary>
    public Task MoveAsync(string url, string method, CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        var told = line.Queue?.Gone("redirected", line) ?? [];
        if (progress.Waiting is Conferring { Inside: var inside })
        {
            line.Leave(inside);
            told = [.. told, .. inside.Tell("participant-leave")];
        }
        return progress.FollowAsync(new Fetch("Redirected by REST", url, method, []) { LeavesQueue = true, Callbacks = told }, cancellationToken);
    }, cancellationToken);

    /// <summary>The call is ended from outside, as by <c>POST …/Calls/{sid}.json</c>.</summary>
    internal Task HangUpAsync(CancellationToken cancellationToken) => InTurnAsync(() => progress.FollowAsync(progress.Waiting is CalleeRings ? new End("canceled") : progress.Answer(new HungUp()), cancellationToken), cancellationToken);

    /// <summary>Delivers the last request once more, as after a lost answer; what it answers changes nothing.</summary>
    public Task RedeliverAsync(CancellationToken cancellationToken) => InTurnAsync(() => requests.RedeliverAsync(cancellationToken), cancellationToken);

    /// <summary>Frees what the call holds.</summary>
    public void Dispose()
    {
        (progress.Waiting as Relaying)?.Socket.Dispose();
        gate.Dispose();
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
        InTurnAsync(() => progress.Waiting is Conferring ? progress.FollowAsync(progress.Waiting.On(new RoomClosed(), line), cancellationToken) : Task.CompletedTask, cancellationToken);

    /// <summary>Is sent out of the room.</summary>
    internal Task SendOutAsync(CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        if (progress.Waiting is not Conferring { Inside: var inside } conferring) return Task.CompletedTask;
        line.Leave(inside);
        return progress.FollowAsync(conferring.On(new RoomClosed(), line) with { Callbacks = inside.Tell("participant-leave") }, cancellationToken);
    }, cancellationToken);

    /// <summary>A document is read out to this call alone while it is in a room, where everything goes on.</summary>
    internal Task AnnounceAsync(string url, CancellationToken cancellationToken) => InTurnAsync(() => progress.AnnounceAsync(url, cancellationToken), cancellationToken);

    /// <summary>Hears somebody in the room.</summary>
    internal void Hear(string words, string language) => progress.Note(new CallerHears([new Words(words, language)]));

    /// <summary>Tells the application something about this call or its room.</summary>
    internal async Task TellAsync(ImmutableArray<Callback> callbacks, CancellationToken cancellationToken)
    {
        foreach (var callback in callbacks) await progress.TellAsync(callback, cancellationToken);
    }

    /// <inheritdoc/>
    void IRelayed.Note(CallEvent entry) => progress.Note(entry);

    /// <inheritdoc/>
    Task IRelayed.EndAsync(RelaySocket socket, RelayEnd end) =>
        InTurnAsync(() => progress.Waiting is Relaying { Verb: var verb } relaying && relaying.Socket == socket ? progress.FollowAsync(verb.Over(end), CancellationToken.None) : Task.CompletedTask, CancellationToken.None);
}
