using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Telephone;

/// <summary>The calls of conversations that agents have: who has the conversation talks, and who gives it away hangs up.</summary>
internal sealed class DeskCalls(IAgentCalls calls, IQueuedCalls queued, DeskTelephones telephones, AgentTurns turns)
{
    /// <summary>The call of a conversation as it stands; null where there is none.</summary>
    public Task<QueuedCall?> FindAsync(string conversation, CancellationToken cancellationToken) => queued.OfConversationAsync(conversation, cancellationToken);

    /// <summary>Whether the customer talks with somebody, so that nothing written is heard.</summary>
    public async Task<bool> IsTalkingAsync(string conversation, CancellationToken cancellationToken) =>
        await FindAsync(conversation, cancellationToken) is { State: QueuedCallState.Talking };

    /// <summary>Rings the agent's telephone for a caller who waits. An agent without one writes, and the caller hears it read out.</summary>
    public async Task<AgentCallOutcome> RingAsync(DeskUser user, string conversation, CancellationToken cancellationToken) =>
        await telephones.AddressOfAsync(user.Id, cancellationToken) is { } address ? await calls.RingAsync(conversation, user.Identity, address, cancellationToken) : AgentCallOutcome.NoCall;

    /// <summary>After an agent's action in the conversation: whoever gave it back or away is on the line no longer.</summary>
    public Task FollowAsync(string conversation, AgentInput act) => act switch
    {
        AgentReturns or AgentEnds => calls.EndAsync(conversation, CancellationToken.None),
        AgentTransfers or AgentLeaves => calls.LeaveAsync(conversation, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    /// <summary>A supervisor has taken the conversation over: the supervisor's telephone rings in place of the agent's.</summary>
    public async Task TakeOverAsync(DeskUser supervisor, string conversation)
    {
        if (await telephones.AddressOfAsync(supervisor.Id, CancellationToken.None) is not { } address) return;
        if (await IsTalkingAsync(conversation, CancellationToken.None)) await calls.TransferToAsync(conversation, supervisor.Identity, address, CancellationToken.None);
        else await calls.RingAsync(conversation, supervisor.Identity, address, CancellationToken.None);
    }

    /// <summary>Does something with a call.</summary>
    /// <param name="user">Whose conversation it is.</param>
    /// <param name="call">The call as it stands.</param>
    /// <param name="request">What is wished.</param>
    /// <param name="colleague">Who is asked, and where they are rung; or null.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<AgentCallOutcome> DoAsync(DeskUser user, QueuedCall call, CallRequest request, (AgentIdentity Who, string Address)? colleague, CancellationToken cancellationToken) => (request.Act, colleague) switch
    {
        (CallActs.Ring, _) => RingAsync(user, call.Conversation, cancellationToken),
        (CallActs.Hold, _) => calls.HoldAsync(call.Conversation, true, cancellationToken),
        (CallActs.Resume, _) => calls.HoldAsync(call.Conversation, false, cancellationToken),
        (CallActs.Mute, _) => calls.MuteAsync(call.Conversation, true, cancellationToken),
        (CallActs.Unmute, _) => calls.MuteAsync(call.Conversation, false, cancellationToken),
        (CallActs.Consult, var (who, address)) => calls.ConsultAsync(call.Conversation, who, address, cancellationToken),
        (CallActs.Dismiss, _) => calls.DismissAsync(call.Conversation, cancellationToken),
        (CallActs.Conference, _) => calls.ConferenceAsync(call.Conversation, cancellationToken),
        (CallActs.Transfer, _) => HandOnAsync(call, user, request, call.OtherId is { } id ? new AgentIdentity(id, call.OtherName ?? "") : null, () => calls.TransferAsync(call.Conversation, cancellationToken)),
        (CallActs.TransferTo, var (who, address)) => HandOnAsync(call, user, request, who, () => calls.TransferToAsync(call.Conversation, who, address, cancellationToken)),
        (CallActs.PauseRecording, _) => calls.PauseRecordingAsync(call.Conversation, true, cancellationToken),
        (CallActs.ResumeRecording, _) => calls.PauseRecordingAsync(call.Conversation, false, cancellationToken),
        (CallActs.HangUp, _) => calls.EndAsync(call.Conversation, cancellationToken),
        _ => Task.FromResult(AgentCallOutcome.NoCall),
    };

    // The conversation goes with the call.
    private async Task<AgentCallOutcome> HandOnAsync(QueuedCall call, DeskUser user, CallRequest request, AgentIdentity? next, Func<Task<AgentCallOutcome>> transfer)
    {
        var outcome = await transfer();
        if (outcome == AgentCallOutcome.Done && next is not null) await turns.RunAsync(call.Conversation, $"desk:{user.Id}:{request.Id}", null, new AgentTakesOver(next), CancellationToken.None);
        return outcome;
    }
}
