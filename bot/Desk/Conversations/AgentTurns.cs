using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>What agents and desks do, as turns of the conversation: through the same gate as everybody's, on the channel that the customer used last.</summary>
internal sealed class AgentTurns(ITurns turns, IContextStore store, TimeProvider clock)
{
    private const int AttemptsAtMost = 8;

    /// <summary>Runs one.</summary>
    /// <param name="conversationId">Whose conversation.</param>
    /// <param name="eventId">The same id again does nothing and answers the same.</param>
    /// <param name="version">The version that the agent saw; null for what does not hang on what was said last.</param>
    /// <param name="act">What the agent does, or becomes of the desk.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The result; null where there is no such conversation.</returns>
    public async Task<TurnResult?> RunAsync(string conversationId, string eventId, long? version, TurnInput act, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await LoadAsync(conversationId, cancellationToken) is not { } context) return null;
            var isCurrent = version is not { } seen || await HasSeenAllAsync(context, seen, cancellationToken);
            var result = await turns.RunAsync(TurnOf(context, act, eventId) with { ExpectedVersion = isCurrent ? context.Version : version }, cancellationToken);
            if (result.Kind != TurnResultKind.Stale || !isCurrent || attempt == AttemptsAtMost) return result;
        }
    }

    /// <summary>Whether an agent who saw a version has seen all that there is to see: since then nothing happened but what the machine did in silence, such as noting how an effect ended.</summary>
    public async Task<bool> HasSeenAllAsync(ConversationContext context, long seen, CancellationToken cancellationToken)
    {
        if (seen >= context.Version) return seen == context.Version;
        var since = (await store.ReadJournalAsync(context.Id, cancellationToken)).Where(entry => entry.Version > seen && entry.Version <= context.Version).ToArray();
        return since.Length == context.Version - seen && Array.TrueForAll(since, entry => entry.Turn.Sender == Sender.System && entry.Messages.IsEmpty);
    }

    /// <summary>Whether an agent's act was taken already.</summary>
    public async Task<bool> IsTakenAsync(ConversationContext context, string eventId, TurnInput act, CancellationToken cancellationToken) =>
        (await store.LoadAsync(context.Id, TurnOf(context, act, eventId).EventScope, eventId, cancellationToken)).AnsweredAt is not null;

    /// <summary>The conversation as it stands; null where there is none.</summary>
    public async Task<ConversationContext?> LoadAsync(string conversationId, CancellationToken cancellationToken) =>
        (await store.LoadAsync(conversationId, Channel.Internal.Name, "", cancellationToken)).Context;

    private Turn TurnOf(ConversationContext context, TurnInput act, string eventId) => context.TurnFor(act, eventId, clock.GetUtcNow()) with { Sender = Sender.Agent };
}
