using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Delivery;

/// <summary>Puts on record that a message reached nobody, such as an agent's to a customer who takes no text messages any more: who wrote it would wait for an answer.</summary>
internal sealed class RefusedMessages(ITurns turns, IContextStore store, INotices notices, TimeProvider clock)
{
    /// <summary>Records it as a turn of the conversation, once for each message; nothing where the conversation is gone.</summary>
    /// <param name="conversation">Our own id of the conversation.</param>
    /// <param name="entry">The entry of the message.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task TellAsync(string conversation, LogEntry entry, CancellationToken cancellationToken)
    {
        if ((await store.LoadAsync(conversation, Channel.Internal.Name, "", cancellationToken)).Context is not { } context) return;
        var turn = context.TurnFor(new Undeliverable(entry.Message?.Text ?? ""), FormattableString.Invariant($"undeliverable:{entry.Sequence}:{entry.At.ToUnixTimeMilliseconds()}"), clock.GetUtcNow());
        await turns.RunAsync(turn, cancellationToken);
        notices.Publish(conversation, context.LastSequence); // the log is as long as before, but a desk that shows the conversation has something new
    }
}
