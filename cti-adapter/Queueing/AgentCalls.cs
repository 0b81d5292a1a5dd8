using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Does it by changing who takes part in the caller's room, and how.</summary>
internal sealed class AgentCalls(IQueuedCalls calls, AgentDialer dialer, ConferencesApi conferences, RecordingsApi recordings, CallAddresses addresses, IOptions<TwilioOptions> options) : IAgentCalls
{
    private const string Caller = "caller";
    private const string Supervisor = "supervisor";

    /// <inheritdoc/>
    public async Task<AgentCallOutcome> RingAsync(string conversation, AgentIdentity agent, string address, CancellationToken cancellationToken)
    {
        AgentAddress.Checked(address);
        if (await FindAsync(conversation, QueuedCallState.Waiting, cancellationToken) is not { } waiting) return AgentCallOutcome.NoCall;
        return await dialer.RingAsync(waiting with { AgentId = agent.Id, AgentName = agent.Name }, address, cancellationToken) ? AgentCallOutcome.Done : AgentCallOutcome.Failed;
    }

    /// <inheritdoc/>
    public Task<AgentCallOutcome> HoldAsync(string conversation, bool hold, CancellationToken cancellationToken) =>
        TalkingAsync(conversation, talk => SetAsync(talk, Caller, new ParticipantChange { Hold = hold, HoldUrl = hold ? options.Value.HoldMusicUrl : null }, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> ConsultAsync(string conversation, string address, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            AgentAddress.Checked(address);
            var held = await SetAsync(talk, Caller, new ParticipantChange { Hold = true, HoldUrl = options.Value.HoldMusicUrl }, cancellationToken);
            return held == AgentCallOutcome.Done ? await InviteAsync(talk, address, endsRoom: false, cancellationToken) : held;
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
    public Task<AgentCallOutcome> TransferToAsync(string conversation, string address, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk =>
        {
            AgentAddress.Checked(address);
            var invited = await InviteAsync(talk, address, endsRoom: true, cancellationToken);
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
    public Task<AgentCallOutcome> PauseRecordingAsync(string conversation, bool pause, CancellationToken cancellationToken) => TalkingAsync(
        conversation,
        async talk => talk.CallSid is not { } caller ? AgentCallOutcome.NoCall
            : Of((pause ? await recordings.PauseAsync(caller, cancellationToken) : await recordings.ResumeAsync(caller, cancellationToken)).Outcome),
        cancellationToken);

    /// <inheritdoc/>
    public Task<AgentCallOutcome> EndAsync(string conversation, CancellationToken cancellationToken) =>
        TalkingAsync(conversation, async talk => talk.AgentCallSid is { } agent ? Of((await conferences.RemoveAsync(talk.Id, agent, cancellationToken)).Outcome) : AgentCallOutcome.NoCall, cancellationToken);

    // The colleague's call is known before anything is done with it.
    private async Task<AgentCallOutcome> InviteAsync(QueuedCall talk, string address, bool endsRoom, CancellationToken cancellationToken)
    {
        if (await calls.ChangeAsync(talk.Id, call => call with { Invited = call.Invited + 1, OtherCallSid = null }, cancellationToken) is not { } inviting) return AgentCallOutcome.NoCall;
        var order = new ParticipantOrder(talk.Shop, address, $"agent-{inviting.Invited}") { EndConferenceOnExit = endsRoom, StatusCallback = addresses.To("agent/status", inviting) };
        var added = await conferences.AddAsync($"invite:{talk.Id}:{inviting.Invited}", talk.Id, order, cancellationToken);
        if (added is { Outcome: RestOutcome.Done, Value: { } other }) await calls.ChangeAsync(talk.Id, call => call with { OtherCallSid = other.CallSid, OtherAddress = address }, cancellationToken);
        return Of(added.Outcome);
    }

    // From now on the colleague is the agent; the first one may go without ending anything.
    private async Task<AgentCallOutcome> HandOnAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk is not { AgentCallSid: { } before, OtherCallSid: { } after }) return AgentCallOutcome.NoCall;
        await SetAsync(talk, before, new ParticipantChange { EndConferenceOnExit = false }, cancellationToken);
        await calls.ChangeAsync(talk.Id, call => call with { AgentCallSid = after, AgentAddress = call.OtherAddress, OtherCallSid = null, OtherAddress = null }, cancellationToken);
        return Of((await conferences.RemoveAsync(talk.Id, before, cancellationToken)).Outcome);
    }

    private async Task<AgentCallOutcome> SetAsync(QueuedCall talk, string who, ParticipantChange change, CancellationToken cancellationToken) =>
        Of((await conferences.ChangeAsync(talk.Id, who, change, cancellationToken)).Outcome);

    private async Task<AgentCallOutcome> TalkingAsync(string conversation, Func<QueuedCall, Task<AgentCallOutcome>> does, CancellationToken cancellationToken) =>
        await FindAsync(conversation, QueuedCallState.Talking, cancellationToken) is { } talk ? await does(talk) : AgentCallOutcome.NoCall;

    private async Task<QueuedCall?> FindAsync(string conversation, QueuedCallState state, CancellationToken cancellationToken) =>
        (await calls.OpenAsync(cancellationToken)).LastOrDefault(call => call.Conversation == conversation && call.State == state);

    private static AgentCallOutcome Of(RestOutcome outcome) => outcome switch
    {
        RestOutcome.Done => AgentCallOutcome.Done,
        RestOutcome.AlreadyGone => AgentCallOutcome.NoCall,
        _ => AgentCallOutcome.Failed,
    };
}
