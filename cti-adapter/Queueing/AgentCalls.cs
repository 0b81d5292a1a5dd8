using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Does it by changing who takes part in the caller's room, and how.</summary>
internal sealed class AgentCalls(IQueuedCalls calls, CallQueue queue, AgentTalks talks, AgentDialer dialer, RecordingPauses pauses, CallsApi rest, ConferencesApi conferences, CallAddresses addresses, IOptions<TwilioOptions> options) : IAgentCalls
{
    private const string Caller = "caller";
    private const string Supervisor = "supervisor";

    /// <inheritdoc/>
    public async Task<AgentCallOutcome> RingAsync(string conversation, AgentIdentity agent, string address, CancellationToken cancellationToken)
    {
        AgentAddress.Checked(address);
        if (await calls.OfConversationAsync(conversation, cancellationToken) is not { } call) return AgentCallOutcome.NoCall;
        // Somebody at the desk goes before the telephone of the settings.
        if (call is { State: QueuedCallState.Ringing, AgentId: null })
        {
            if (await queue.StopRingingAsync(call.Id, call.Rings, cancellationToken) is not { } stopped) return AgentCallOutcome.NoCall;
            call = stopped;
        }
        if (call.State != QueuedCallState.Waiting) return AgentCallOutcome.NoCall;
        return await dialer.RingAsync(call with { AgentId = agent.Id, AgentName = agent.Name }, address, cancellationToken) ? AgentCallOutcome.Done : AgentCallOutcome.Failed;
    }

    /// <inheritdoc/>
    public async Task<AgentCallOutcome> PromiseAsync(string conversation, PromisedCall promised, AgentIdentity agent, CancellationToken cancellationToken) =>
        await queue.PromiseAsync(conversation, promised, agent, options.Value.Number, cancellationToken) ? AgentCallOutcome.Done : AgentCallOutcome.NoCall;

    /// <inheritdoc/>
    public async Task<int> AttemptsAsync(string promise, CancellationToken cancellationToken) => (await calls.FindAsync(promise, cancellationToken))?.Attempts ?? 0;

    /// <inheritdoc/>
    public Task<AgentCallOutcome> HoldAsync(string conversation, bool hold, CancellationToken cancellationToken) =>
        TalkingAsync(conversation, talk => SetAsync(talk, Caller, new ParticipantChange { Hold = hold, HoldUrl = hold ? options.Value.HoldMusicUrl : null }, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> MuteAsync(string conversation, bool mute, CancellationToken cancellationToken) => TalkingAsync(
        conversation, talk => talk.AgentCallSid is { } agent ? SetAsync(talk, agent, new ParticipantChange { Muted = mute }, cancellationToken) : Task.FromResult(AgentCallOutcome.NoCall), cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> ConsultAsync(string conversation, AgentIdentity? colleague, string address, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            AgentAddress.Checked(address);
            var held = await SetAsync(talk, Caller, new ParticipantChange { Hold = true, HoldUrl = options.Value.HoldMusicUrl }, cancellationToken);
            return held == AgentCallOutcome.Done ? await InviteAsync(talk, colleague, address, endsRoom: false, cancellationToken) : held;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> DismissAsync(string conversation, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            if (talk.OtherAddress is null) return AgentCallOutcome.NoCall;
            if (talk.OtherCallSid is { } other) await rest.EndAsync(other, cancellationToken);
            await calls.ChangeAsync(talk.Id, call => call.Invited == talk.Invited ? call.WithoutOther() : null, cancellationToken);
            return await SetAsync(talk, Caller, new ParticipantChange { Hold = false }, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> ConferenceAsync(string conversation, CancellationToken cancellationToken) => HoldAsync(conversation, hold: false, cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> TransferAsync(string conversation, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            if (talk.OtherCallSid is not { } other) return AgentCallOutcome.NoCall;
            if (await SetAsync(talk, other, new ParticipantChange { EndConferenceOnExit = true }, cancellationToken) is var changed and not AgentCallOutcome.Done) return changed;
            await SetAsync(talk, Caller, new ParticipantChange { Hold = false }, cancellationToken);
            return await HandOnAsync(talk, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> TransferToAsync(string conversation, AgentIdentity? colleague, string address, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            AgentAddress.Checked(address);
            await SetAsync(talk, Caller, new ParticipantChange { Hold = false }, cancellationToken);
            var invited = await InviteAsync(talk, colleague, address, endsRoom: true, cancellationToken);
            return invited == AgentCallOutcome.Done && await calls.FindAsync(talk.Id, cancellationToken) is { } now ? await HandOnAsync(now, cancellationToken) : invited;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> SuperviseAsync(string conversation, string address, SupervisorMode mode, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            AgentAddress.Checked(address);
            var change = new ParticipantChange { Muted = mode == SupervisorMode.Listen, Coaching = mode == SupervisorMode.Whisper, CallSidToCoach = mode == SupervisorMode.Whisper ? talk.AgentCallSid : null };
            if (await SetAsync(talk, Supervisor, change, cancellationToken) is var changed and not AgentCallOutcome.NoCall) return changed;
            var order = new ParticipantOrder(talk.Shop, address, Supervisor) { Muted = mode == SupervisorMode.Listen, CallSidToCoach = change.CallSidToCoach };
            return Of((await conferences.AddAsync($"supervise:{talk.Id}:{talk.Rings}:{talk.Version}", talk.Id, order, cancellationToken)).Outcome);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> WarnAsync(string conversation, int rung, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            if (await calls.ChangeAsync(talk.Id, call => call.Warned < rung ? call with { Warned = rung, Announcement = Announcements.Reading } : null, cancellationToken) is null) return AgentCallOutcome.Done;
            var read = new ParticipantChange { AnnounceUrl = addresses.To("announcement", talk) };
            // The agent hears it too, so as not to talk over it; what counts is that the caller does.
            if (talk.AgentCallSid is { } agent) await SetAsync(talk, agent, read, cancellationToken);
            var outcome = await SetAsync(talk, Caller, read, cancellationToken);
            if (outcome != AgentCallOutcome.Done) await calls.ChangeAsync(talk.Id, call => call with { Warned = rung - 1, Announcement = Announcements.Failed }, cancellationToken);
            return outcome;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> PauseRecordingAsync(string conversation, bool pause, CancellationToken cancellationToken) => TalkingAsync(
        conversation, async talk => Of(pause ? await pauses.PauseAsync(talk, cancellationToken) : await pauses.ResumeAsync(talk, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public async Task<AgentCallOutcome> EndAsync(string conversation, CancellationToken cancellationToken)
    {
        if (await calls.OfConversationAsync(conversation, cancellationToken) is not { } call) return AgentCallOutcome.NoCall;
        var isCalledBack = call is { WantsCallback: true, HasMet: false };
        if (call.State == QueuedCallState.Talking && !isCalledBack) return await SendAgentOutAsync(call, cancellationToken);
        await queue.EndAsync(call.Id, cancellationToken);
        if (call.CallSid is { } rung && isCalledBack) await rest.EndAsync(rung, cancellationToken);
        else if (call.CallSid is not null) await talks.BackToBotAsync(call, cancellationToken);
        return AgentCallOutcome.Done;
    }

    /// <inheritdoc/>
    public async Task<AgentCallOutcome> LeaveAsync(string conversation, CancellationToken cancellationToken)
    {
        if (await calls.OfConversationAsync(conversation, cancellationToken) is not { } call) return AgentCallOutcome.NoCall;
        if (call.State == QueuedCallState.Talking) return await SendAgentOutAsync(call, cancellationToken);
        if (call.State == QueuedCallState.Ringing) await queue.StopRingingAsync(call.Id, call.Rings, cancellationToken);
        await calls.ChangeAsync(call.Id, left => left.State == QueuedCallState.Waiting ? left with { AgentId = null, AgentName = null } : null, cancellationToken);
        return AgentCallOutcome.Done;
    }

    // Nobody but the agent and the caller is in the room, so that it ends with the agent.
    private async Task<AgentCallOutcome> SendAgentOutAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk.AgentCallSid is not { } agent) return AgentCallOutcome.NoCall;
        var removed = Of((await conferences.RemoveAsync(talk.Id, agent, cancellationToken)).Outcome);
        // Nobody has met there yet: the agent hears the whisper still, or waits for somebody to be called back.
        return removed == AgentCallOutcome.NoCall ? Of((await rest.EndAsync(agent, cancellationToken)).Outcome) : removed;
    }

    // The colleague is noted before the telephone rings: of two who are asked at once, one is.
    private async Task<AgentCallOutcome> InviteAsync(QueuedCall talk, AgentIdentity? colleague, string address, bool endsRoom, CancellationToken cancellationToken)
    {
        var noted = await calls.ChangeAsync(
            talk.Id, call => call.OtherAddress is null ? call with { Invited = call.Invited + 1, OtherAddress = address, OtherId = colleague?.Id, OtherName = colleague?.Name, OtherCallSid = null } : null, cancellationToken);
        if (noted is not { } inviting) return AgentCallOutcome.NoCall;
        var order = new ParticipantOrder(talk.Shop, address, AgentTalks.ColleagueLabel(inviting)) { EndConferenceOnExit = endsRoom, StatusCallback = addresses.To("agent/status", inviting) };
        var added = await conferences.AddAsync($"invite:{talk.Id}:{inviting.Invited}", talk.Id, order, cancellationToken);
        var called = added is { Outcome: RestOutcome.Done, Value: { } other } ? other.CallSid : null;
        var isWanted = false;
        await calls.ChangeAsync(talk.Id, call =>
        {
            isWanted = call.State == QueuedCallState.Talking && call.Invited == inviting.Invited && call.OtherAddress is not null;
            return !isWanted ? null : called is null ? call.WithoutOther() : call with { OtherCallSid = called };
        }, cancellationToken);
        // Dismissed, or the talk was over, before the company told us which call it is: then nobody else stops that telephone.
        if (!isWanted && called is not null) await rest.EndAsync(called, cancellationToken);
        return isWanted ? Of(added.Outcome) : AgentCallOutcome.NoCall;
    }

    // From now on the colleague is the agent; the first one may go without ending anything.
    private async Task<AgentCallOutcome> HandOnAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk is not { AgentCallSid: { } before, OtherCallSid: { } after }) return AgentCallOutcome.NoCall;
        await SetAsync(talk, before, new ParticipantChange { EndConferenceOnExit = false }, cancellationToken);
        await calls.ChangeAsync(
            talk.Id, call => (call with { AgentCallSid = after, AgentAddress = call.OtherAddress, AgentId = call.OtherId ?? call.AgentId, AgentName = call.OtherName ?? call.AgentName, IsMuted = false }).WithoutOther(), cancellationToken);
        return Of((await conferences.RemoveAsync(talk.Id, before, cancellationToken)).Outcome);
    }

    private async Task<AgentCallOutcome> SetAsync(QueuedCall talk, string who, ParticipantChange change, CancellationToken cancellationToken) =>
        Of((await conferences.ChangeAsync(talk.Id, who, change, cancellationToken)).Outcome);

    private async Task<AgentCallOutcome> TalkingAsync(string conversation, Func<QueuedCall, Task<AgentCallOutcome>> does, CancellationToken cancellationToken) =>
        await calls.OfConversationAsync(conversation, cancellationToken) is { State: QueuedCallState.Talking } talk ? await does(talk) : AgentCallOutcome.NoCall;

    private static AgentCallOutcome Of(RestOutcome outcome) => outcome switch
    {
        RestOutcome.Done => AgentCallOutcome.Done,
        RestOutcome.AlreadyGone => AgentCallOutcome.NoCall,
        _ => AgentCallOutcome.Failed,
    };
}
