using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Callers enter the queue, leave it, are called back, or are gone.</summary>
internal sealed class CallQueue(IQueuedCalls calls, CallAddresses addresses, CallsApi rest, TimeProvider clock)
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CallbackLife = TimeSpan.FromDays(2);

    /// <summary>A caller waits from now on; the same call again changes nothing.</summary>
    public async Task EnterAsync(CallParty call, CallState state, ConversationContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = new QueuedCall(call.CallSid, state.Conversation, now)
        {
            CallSid = call.CallSid, Shop = call.To, Locale = state.Locale, Number = call.From, NotBefore = now, Priority = EscalationTriggers.PriorityOf(context),
        };
        if (await calls.SaveAsync(entry, cancellationToken)) return;
        // Who waited before in this call, and went back to the bot meanwhile, waits anew.
        await calls.ChangeAsync(call.CallSid, old => old.State == QueuedCallState.Ended ? entry with { Version = old.Version, Rings = old.Rings, Invited = old.Invited } : null, cancellationToken);
    }

    /// <summary>A caller who waits may have told something graver meanwhile, and then comes sooner.</summary>
    public Task RaiseAsync(string id, ConversationContext context, CancellationToken cancellationToken)
    {
        var priority = EscalationTriggers.PriorityOf(context);
        return calls.ChangeAsync(id, call => call.State == QueuedCallState.Waiting && call.Priority < priority ? call with { Priority = priority } : null, cancellationToken);
    }

    /// <summary>Somebody who was promised a call is called back from now on, by the agent who has the conversation.</summary>
    /// <returns>False where the number cannot be called, or was called in vain too often.</returns>
    public async Task<bool> PromiseAsync(string conversation, PromisedCall promised, AgentIdentity agent, string shop, CancellationToken cancellationToken)
    {
        if (shop.Length == 0 || (CallerKey.IsNumber(promised.Number) ? promised.Number : CallerKey.Dialled(promised.Number)) is not { } number) return false;
        var now = clock.GetUtcNow();
        var entry = new QueuedCall(promised.Id, conversation, now)
        {
            Shop = shop, Locale = promised.Locale, Number = number, NotBefore = now, WantsCallback = true, ExpiresAt = now + CallbackLife, AgentId = agent.Id, AgentName = agent.Name,
        };
        return await calls.SaveAsync(entry, cancellationToken) || await calls.ChangeAsync(
            promised.Id, old => old is { State: QueuedCallState.Ended, Attempts: < QueuedCall.AttemptsAtMost } ? entry with { Version = old.Version, Rings = old.Rings, Invited = old.Invited, Attempts = old.Attempts } : null, cancellationToken) is not null;
    }

    /// <summary>The entry of a call that is in the queue.</summary>
    public Task<QueuedCall?> FindAsync(string id, CancellationToken cancellationToken) => calls.FindAsync(id, cancellationToken);

    /// <summary>Whom one of our addresses is about; null where it is none of ours, or of an earlier ring, which is over.</summary>
    public async Task<QueuedCall?> OfAsync(string? sealedEntry, CancellationToken cancellationToken) =>
        addresses.OpenQueued(sealedEntry ?? "") is var (id, ring) && await calls.FindAsync(id, cancellationToken) is { } call && call.Rings == ring ? call : null;

    /// <summary>A number for the call back was said; it counts once it is confirmed.</summary>
    public Task NoteNumberAsync(string id, string number, CancellationToken cancellationToken) => calls.ChangeAsync(id, call => call with { Number = number }, cancellationToken);

    /// <summary>The caller hangs up and keeps the place. The telephone that rings for whoever is next is left in peace, and rung again for the call back.</summary>
    /// <returns>The entry, or null where somebody has taken the call already, or there is no number.</returns>
    public async Task<QueuedCall?> KeepPlaceAsync(string id, CancellationToken cancellationToken)
    {
        string? rung = null;
        var kept = await calls.ChangeAsync(id, call =>
        {
            rung = call.State == QueuedCallState.Ringing ? call.AgentCallSid : null;
            return call is { State: QueuedCallState.Waiting, Number: not null } or { State: QueuedCallState.Ringing, AgentId: null, Number: not null }
                ? call with { State = QueuedCallState.Waiting, WantsCallback = true, CallSid = null, AgentCallSid = null, ExpiresAt = clock.GetUtcNow() + CallbackLife } : null;
        }, cancellationToken);
        if (kept is not null && rung is not null) await rest.EndAsync(rung, cancellationToken);
        return kept;
    }

    /// <summary>The caller wants to leave the queue for something else.</summary>
    public Task<QueuedCall?> WantsOutAsync(string id, string exit, CancellationToken cancellationToken) =>
        calls.ChangeAsync(id, call => call.State is QueuedCallState.Waiting or QueuedCallState.Ringing ? call with { Exit = exit } : null, cancellationToken);

    /// <summary>The caller waits no longer; an agent who is being rung is left in peace.</summary>
    public async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        string? rung = null;
        await calls.ChangeAsync(id, call =>
        {
            rung = call.State is QueuedCallState.Ringing or QueuedCallState.Talking ? call.AgentCallSid : null;
            return call.State == QueuedCallState.Ended ? null : call with { State = QueuedCallState.Ended, CallSid = null };
        }, cancellationToken);
        if (rung is not null) await rest.EndAsync(rung, cancellationToken);
    }

    /// <summary>Nobody came of it this time: whoever waits waits on, at the old place, and is not the cause of another ring at once.</summary>
    public Task<QueuedCall?> BackAsync(string id, int ring, TimeSpan rest, CancellationToken cancellationToken) => calls.ChangeAsync(id, call => Back(call, ring, rest), cancellationToken);

    /// <summary>As <see cref="BackAsync"/> at once, and the telephone that rings is left in peace.</summary>
    /// <returns>The entry, or null where nobody's telephone rings for it any more.</returns>
    public async Task<QueuedCall?> StopRingingAsync(string id, int ring, CancellationToken cancellationToken)
    {
        string? rung = null;
        var stopped = await calls.ChangeAsync(id, call =>
        {
            rung = call.AgentCallSid;
            return Back(call, ring, TimeSpan.Zero);
        }, cancellationToken);
        if (stopped is not null && rung is not null) await rest.EndAsync(rung, cancellationToken);
        return stopped;
    }

    /// <summary>Whoever was called back did not take the call: another time, or never.</summary>
    /// <returns>The entry; expired where it was the last attempt. Null where it was not being called back.</returns>
    public Task<QueuedCall?> MissedAsync(string id, CancellationToken cancellationToken) => calls.ChangeAsync(
        id, call => call is { State: QueuedCallState.Talking, WantsCallback: true }
            ? call with
            {
                State = QueuedCallState.Waiting, ExpiresAt = call.Attempts + 1 >= QueuedCall.AttemptsAtMost ? clock.GetUtcNow() : call.ExpiresAt,
                Attempts = call.Attempts + 1, NotBefore = clock.GetUtcNow() + BetweenAttempts, CallSid = null, AgentCallSid = null,
            }
            : null, cancellationToken);

    private QueuedCall? Back(QueuedCall call, int ring, TimeSpan rest) =>
        call.Rings == ring && call.State == QueuedCallState.Ringing ? call with { State = QueuedCallState.Waiting, NotBefore = clock.GetUtcNow() + rest, AgentCallSid = null } : null;
}
