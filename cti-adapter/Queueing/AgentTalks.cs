using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>What becomes of the conversation when an agent takes a caller by telephone, and when that ends.</summary>
internal sealed class AgentTalks(IQueuedCalls calls, CallQueue queue, ITurns turns, IContextStore conversations, CallsApi rest, RecordingsApi recordings, INotifications notifications, CallAddresses addresses, IOptions<TwilioOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan BetweenRings = TimeSpan.FromSeconds(20);

    /// <summary>The agent pressed the key: whoever waits on the line is brought into the room, whoever wants a call back is called.</summary>
    /// <returns>The entry, or null where there is nobody to talk to any more.</returns>
    public async Task<QueuedCall?> TakeAsync(string id, int ring, string agentCallSid, CancellationToken cancellationToken)
    {
        var taken = await calls.ChangeAsync(id, call => call.Rings == ring && (call.State == QueuedCallState.Ringing || (call.State == QueuedCallState.Talking && call.AgentCallSid == agentCallSid))
            ? call with { State = QueuedCallState.Talking, AgentCallSid = agentCallSid, At = clock.GetUtcNow() } : null, cancellationToken);
        if (taken is null) return null;
        return taken.WantsCallback ? await CallBackAsync(taken, cancellationToken) : await BringAsync(taken, cancellationToken);
    }

    /// <summary>The caller meets the agent: the conversation is the agent's, and the talk is recorded, caller and agent apart.</summary>
    /// <returns>Whether it is; somebody at the desk may have been first.</returns>
    public async Task<bool> MeetAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        var result = await turns.RunAsync(Turn(talk, $"{talk.Id}:agent:{talk.Rings}", new AgentAccepts(AgentOf(talk))), cancellationToken);
        return result.Kind == TurnResultKind.Failed || result.Context?.Owner?.Agent?.Id == AgentOf(talk).Id;
    }

    /// <summary>Caller and agent are in the room.</summary>
    public Task<QueuedCall?> JoinAsync(QueuedCall talk, CancellationToken cancellationToken) =>
        calls.ChangeAsync(talk.Id, call => call is { State: QueuedCallState.Talking, HasMet: false } && call.Rings == talk.Rings ? call with { HasMet = true } : null, cancellationToken);

    /// <summary>Records the caller's line, caller and agent apart, if talks are recorded.</summary>
    public async Task RecordAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (!options.Value.RecordTalks || talk.CallSid is not { } call) return;
        var started = await recordings.StartAsync(call, addresses.To("recording", talk), cancellationToken);
        if (started.Outcome == RestOutcome.Done) await calls.ChangeAsync(talk.Id, now => now.Rings == talk.Rings ? now with { IsRecorded = true } : null, cancellationToken);
    }

    /// <summary>The talk is over and the caller is on the line: the bot goes on.</summary>
    public async Task<TurnResult> EndAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        await calls.ChangeAsync(talk.Id, call => call.Rings == talk.Rings && call.State == QueuedCallState.Talking ? call with { State = QueuedCallState.Ended, CallSid = null } : null, cancellationToken);
        return await turns.RunAsync(Turn(talk, $"{talk.Id}:ended:{talk.Rings}", new AgentEnds(AgentOf(talk))), CancellationToken.None);
    }

    /// <summary>The agent's line is dead: whoever waits waits on; a caller's telephone that still rings is left in peace. From a talk the caller comes back to the bot by itself, but not from waiting for a colleague who never answered.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="answered">Whether the agent ever was on that line.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task AgentGoneAsync(QueuedCall talk, bool answered, CancellationToken cancellationToken)
    {
        if (talk.State == QueuedCallState.Ringing) await NotTakenAsync(talk, cancellationToken);
        else if (talk is { State: QueuedCallState.Talking, HasMet: false, WantsCallback: true }) await StopCallingBackAsync(talk, cancellationToken);
        else if (talk.State == QueuedCallState.Talking && !(talk.HasMet && answered)) await BackToBotAsync(talk, cancellationToken);
    }

    /// <summary>Nobody took up the agent's telephone: whoever waits waits on, for others too where it was somebody's at the desk.</summary>
    public async Task NotTakenAsync(QueuedCall rung, CancellationToken cancellationToken)
    {
        if (await queue.BackAsync(rung.Id, rung.Rings, BetweenRings, cancellationToken) is null || rung.AgentId is null) return;
        await turns.RunAsync(Turn(rung, $"{rung.Id}:untaken:{rung.Rings}", new AgentLeaves(AgentOf(rung)) { IsUntaken = true }), CancellationToken.None);
    }

    /// <summary>Whether somebody at the desk has the conversation, and so the caller.</summary>
    public async Task<bool> IsAtDeskAsync(QueuedCall call, CancellationToken cancellationToken) =>
        (await conversations.LoadAsync(call.Conversation, Channel.Internal.Name, "", cancellationToken)).Context?.Owner?.Agent is not null;

    /// <summary>What happens in the room, as the company tells it; told late, it changes nothing of another talk.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="what">Such as participant-hold.</param>
    /// <param name="who">The label of whom it is about.</param>
    /// <param name="callSid">Their call.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task<QueuedCall?> ToldAsync(QueuedCall talk, string what, string who, string callSid, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return calls.ChangeAsync(talk.Id, call => call.State != QueuedCallState.Talking || call.Rings != talk.Rings ? null : what switch
        {
            "participant-hold" when callSid == call.CallSid && call.HeldSince is null => call with { HeldSince = now },
            "participant-unhold" when callSid == call.CallSid && call.HeldSince is not null => call with { HeldSince = null },
            "participant-mute" when callSid == call.AgentCallSid && !call.IsMuted => call with { IsMuted = true },
            "participant-unmute" when callSid == call.AgentCallSid && call.IsMuted => call with { IsMuted = false },
            "announcement-end" when callSid == call.CallSid && call.Announcement == Announcements.Reading => call with { Announcement = Announcements.Read },
            "announcement-fail" when callSid == call.CallSid && call.Announcement == Announcements.Reading => call with { Announcement = Announcements.Failed },
            "participant-join" when call.OtherAddress is not null && who == ColleagueLabel(call) && !call.HasOtherJoined => call with { HasOtherJoined = true },
            "participant-leave" when call.OtherAddress is not null && who == ColleagueLabel(call) => call.WithoutOther(),
            _ => null,
        }, cancellationToken);
    }

    /// <summary>What the bot said when it last warned the customer; empty where it never did.</summary>
    public async Task<ImmutableArray<Message>> LastWarningAsync(QueuedCall talk, CancellationToken cancellationToken) =>
        (await conversations.ReadJournalAsync(talk.Conversation, cancellationToken)).LastOrDefault(entry => entry.Turn.Input is AgentWarns && entry.Messages.Length > 0)?.Messages ?? [];

    /// <summary>A colleague who was asked did not come, or has gone.</summary>
    public Task ColleagueGoneAsync(QueuedCall talk, string callSid, CancellationToken cancellationToken) =>
        calls.ChangeAsync(talk.Id, call => call.OtherCallSid == callSid ? call.WithoutOther() : null, cancellationToken);

    /// <summary>How the room calls the colleague who is asked now.</summary>
    public static string ColleagueLabel(QueuedCall talk) => string.Create(CultureInfo.InvariantCulture, $"agent-{talk.Invited}");

    /// <summary>Nobody told how a talk ended: whoever is still on the line goes back to the bot.</summary>
    public async Task BackToBotAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk.CallSid is { } caller && (await rest.MoveAsync(caller, addresses.To("voice/dialed", talk), cancellationToken)).Outcome != RestOutcome.AlreadyGone) return;
        await CallerGoneAsync(talk, cancellationToken);
    }

    /// <summary>The caller's line is dead: whoever waited waits no longer, and a talk is over.</summary>
    /// <returns>Whether the caller keeps the place for a call back.</returns>
    public async Task<bool> CallerGoneAsync(QueuedCall? call, CancellationToken cancellationToken)
    {
        if (call is null or { State: QueuedCallState.Ended }) return false;
        if (call is { WantsCallback: true, HasMet: false }) return true;
        await queue.EndAsync(call.Id, cancellationToken);
        if (call.State == QueuedCallState.Talking) await turns.RunAsync(Turn(call, $"{call.Id}:ended:{call.Rings}", new AgentEnds(AgentOf(call))), CancellationToken.None);
        return false;
    }

    /// <summary>Whoever was called back did not come to the telephone: they get a message, and are called again or not.</summary>
    public async Task MissedAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        var agent = talk.AgentCallSid;
        if (await queue.MissedAsync(talk.Id, cancellationToken) is not { } missed) return;
        if (agent is not null) await rest.EndAsync(agent, cancellationToken);
        var left = QueuedCall.AttemptsAtMost - missed.Attempts;
        if (left > 0) await NotifyAsync(missed, $"missed:{missed.Attempts}", "vru.textMissed", cancellationToken, ("times", left.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Calling back has expired, or was in vain too often: a case with a promise takes its place. Each step may be done again, so that a crash between them loses nothing.</summary>
    public async Task GiveUpAsync(QueuedCall late, CancellationToken cancellationToken)
    {
        var result = await turns.RunAsync(Turn(late, $"{late.Id}:unreached", new NotReached()) with { Sender = Sender.System }, CancellationToken.None);
        if (result.Kind == TurnResultKind.Failed) return;
        if (result.Context?.Receipts.LastOrDefault(receipt => receipt.Kind == "callback") is { } opened) await NotifyAsync(late, "expired", "vru.textCase", cancellationToken, ("number", opened.Number));
        else await NotifyAsync(late, "expired", "vru.textGivenUp", cancellationToken);
        await calls.ChangeAsync(late.Id, call => call.State == QueuedCallState.Waiting ? call with { State = QueuedCallState.Ended } : null, cancellationToken);
    }

    private async Task<QueuedCall?> BringAsync(QueuedCall taken, CancellationToken cancellationToken)
    {
        if (!await MeetAsync(taken, cancellationToken))
        {
            await calls.ChangeAsync(taken.Id, call => call with { State = QueuedCallState.Ended }, cancellationToken);
            return null;
        }
        var moved = taken.CallSid is { } caller ? await rest.MoveAsync(caller, addresses.To("voice/bridge", taken), cancellationToken) : null;
        if (moved?.Outcome == RestOutcome.Done) return taken;
        // The caller is gone, or cannot be reached now: then they wait on.
        await turns.RunAsync(Turn(taken, $"{taken.Id}:lost:{taken.Rings}", new AgentLeaves(AgentOf(taken))), CancellationToken.None);
        if (moved?.Outcome == RestOutcome.AlreadyGone)
        {
            await queue.EndAsync(taken.Id, cancellationToken);
            await LeaveAsync(taken);
        }
        else await calls.ChangeAsync(taken.Id, call => call with { State = QueuedCallState.Waiting, NotBefore = clock.GetUtcNow() + BetweenRings }, cancellationToken);
        return null;
    }

    private async Task<QueuedCall?> CallBackAsync(QueuedCall taken, CancellationToken cancellationToken)
    {
        var order = new CallOrder(taken.Number ?? "", taken.Shop, addresses.To("callback/answered", taken), addresses.To("callback/status", taken)) { RingSeconds = 25 };
        var placed = await rest.PlaceAsync($"callback:{taken.Id}:{taken.Attempts}:{taken.Rings}", order, cancellationToken);
        if (placed is { Outcome: RestOutcome.Done, Value: { } call })
        {
            var noted = await calls.ChangeAsync(taken.Id, now => now.Rings == taken.Rings && now.State == QueuedCallState.Talking ? now with { CallSid = call.Sid } : null, cancellationToken);
            if (noted is { AgentCallSid: not null }) return noted;
            await rest.EndAsync(call.Sid, cancellationToken); // the agent has gone meanwhile, and nobody would be there
            return null;
        }
        await queue.MissedAsync(taken.Id, cancellationToken);
        return null;
    }

    // Whose telephone is being placed at this moment is ended by whoever places it, who finds the agent gone.
    private async Task StopCallingBackAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        var alone = await calls.ChangeAsync(talk.Id, call => call.Rings == talk.Rings && call is { State: QueuedCallState.Talking, HasMet: false } ? call with { AgentCallSid = null } : null, cancellationToken);
        if (alone?.CallSid is { } caller) await rest.EndAsync(caller, cancellationToken);
    }

    private Task LeaveAsync(QueuedCall call) => turns.RunAsync(Turn(call, $"{call.Id}:left", new Left()) with { Sender = Sender.Customer }, CancellationToken.None);

    private async Task NotifyAsync(QueuedCall call, string what, string template, CancellationToken cancellationToken, params (string Name, string Value)[] variables)
    {
        if (call.Number is not { } number) return;
        await notifications.SendAsync(new Notification($"text:{call.Id}:{what}", number, call.Shop, template, call.Locale) { Variables = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal) }, cancellationToken);
    }

    private AgentIdentity AgentOf(QueuedCall call) => new(call.AgentId ?? "telephone", call.AgentName ?? options.Value.AgentName);

    private Turn Turn(QueuedCall call, string eventId, TurnInput input) => new(call.Conversation, eventId, VoiceChannel.Value, input, clock.GetUtcNow()) { Sender = Sender.Agent, From = call.Number, Locale = call.Locale };
}
