using ServiceBot.CtiAdapter.Calls;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Agents at a desk who have taken a caller before the line had that caller in its queue: their telephone rings as soon as it has.</summary>
internal sealed class EarlyAgents(IQueuedCalls calls, CallQueue queue, AgentDialer dialer, IDeskAgents desk, IContextStore conversations)
{
    /// <summary>Whether a caller is an agent's already who has not been in the line's queue since a person was wanted.</summary>
    public async Task<bool> HaveTakenAsync(string callSid, ConversationContext context, CancellationToken cancellationToken) =>
        context.Owner is { Agent: { } agent, IsSilent: true }
        && await calls.OfConversationAsync(context.Id, cancellationToken) is null
        && await desk.OfCallerAsync(context.Id, cancellationToken) is { } early && early.Agent.Id == agent.Id
        && !(await calls.FindAsync(callSid, cancellationToken) is { } before && before.Since >= early.WantedSince);

    /// <summary>Rings whoever has taken a caller who is in the queue from now on; nobody where the conversation is not theirs any more, or the caller has hung up.</summary>
    public async Task RingAsync(string callSid, string conversation, CancellationToken cancellationToken)
    {
        // The entry first: whoever gives the conversation away, or rings by themselves, changes it after that, and then this rings nobody.
        if (await calls.FindAsync(callSid, cancellationToken) is not { State: QueuedCallState.Waiting } entry) return;
        var (context, hungUpAt) = await conversations.LoadAsync(conversation, VoiceChannel.Value.Name, IncomingCalls.EndOf(callSid), cancellationToken);
        if (hungUpAt is not null) await queue.EndAsync(callSid, cancellationToken);
        else if (context?.Owner?.Agent is { } agent && await desk.OfCallerAsync(conversation, cancellationToken) is { } early && early.Agent.Id == agent.Id)
            await dialer.RingAsync(entry with { AgentId = agent.Id, AgentName = agent.Name }, early.Address, cancellationToken);
    }
}
