using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Turns;

/// <summary>
/// Turns of which the answer is foreseen: while a caller listens to a question that is answered by yes or no, what a yes will need of the shop is read already. On the
/// telephone every moment after the answer is silence. Nothing is said, written or decided by it, and where a yes would commit something, nothing is kept either.
/// </summary>
internal sealed partial class ForeseeingTurns(
    ITurns turns, IContextStore store, DialogRunner runner, IUnderstanding understanding, IFacts facts, TimeProvider clock, ILogger<ForeseeingTurns> logger) : ITurns
{
    private const int RoundsAtMost = 8;
    // Where more callers than these are asked at once, the others' facts are read when they answer.
    private const int MostAtOnce = 64;
    // The question goes out first; nobody has heard it yet by then.
    private static readonly TimeSpan AfterAsking = TimeSpan.FromMilliseconds(100);
    private int underWay;

    /// <inheritdoc/>
    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var result = await turns.RunAsync(turn, cancellationToken);
        if (turn.Channel.Speaks && result is { Kind: TurnResultKind.Done, Context: { Committing: null, Asked.Expecting.Kind: ExpectedKind.YesNo } asked }) Begin(asked.Copy());
        return result;
    }

    /// <inheritdoc/>
    public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => turns.ResumeAsync(conversationId, now, cancellationToken);

    /// <summary>Reads what a yes to the question that was asked would need, and leaves it with the conversation's version.</summary>
    internal async Task ForeseeAsync(ConversationContext asked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var turn = asked.TurnFor(new Pressed { Answer = YesNo.Yes }, "foreseen", now) with { Sender = Sender.Customer };
        var heard = understanding.Hear(turn, asked, runner.Policy);
        var ahead = ImmutableArray.CreateBuilder<KnownFact>();
        var fetched = new Facts(asked.Known);
        for (var round = 0; round < RoundsAtMost; round++)
        {
            var after = asked.Copy();
            _ = runner.Step(after, turn, heard, fetched);
            if (after.Committing is not null) return; // what is committed stands on facts of its own turn
            if (fetched.Missing.Count == 0) break;
            ahead.AddRange((await facts.FetchMissingAsync(fetched, now, cancellationToken)).Select(known => known.Foreseen()));
        }
        if (ahead.Count > 0) store.Foresee(asked.Id, asked.Version, ahead.ToImmutable());
    }

    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it; the turn itself reads what is missing, and tells what is wrong with the shop.")]
    private void Begin(ConversationContext asked)
    {
        if (Interlocked.Increment(ref underWay) > MostAtOnce)
        {
            Interlocked.Decrement(ref underWay);
            return;
        }
        _ = Task.Run(async () =>
        {
            try
            {
                await Task.Delay(AfterAsking, clock);
                if (store.Recall(asked.Id)?.Version == asked.Version) await ForeseeAsync(asked, CancellationToken.None);
            }
            catch (Exception fault)
            {
                Log.NotForeseen(logger, fault, asked.Id);
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "What conversation {Conversation} will need could not be read ahead; its next turn reads it.")]
        public static partial void NotForeseen(ILogger logger, Exception fault, string conversation);
    }
}
