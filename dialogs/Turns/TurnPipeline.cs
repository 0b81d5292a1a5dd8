using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Privacy;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>The whole path of a turn on one screen; the only thing that advances conversations.</summary>
public sealed class TurnPipeline(
    IContextStore store, IUnderstanding understanding, DialogRunner runner, IFacts shop, IEffects effects, INotices notices, TurnGate gate, ITurnFailures failures) : ITurns
{
    private const int RoundsAtMost = 8;
    // An attempt loses only where another turn won, and a node that goes on from what it remembers wins again and again: whoever reads first waits until that node's turns are done.
    private const int AttemptsAtMost = 256;
    private const int EffectsAtMost = 4;
    // Somebody who answers at once is answered by what was read for the question.
    private static readonly TimeSpan FactsLast = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        TurnIds.Check(turn);
        TurnResult? result = null;
        try
        {
            using var _ = await gate.EnterAsync(turn.ConversationId, cancellationToken);
            result = await AdvanceAsync(turn, cancellationToken);
            // An event that comes again finds the effect of the first time perhaps still without its outcome: whoever ran it has died, or could not.
            return result.Kind is TurnResultKind.Done or TurnResultKind.Duplicate ? await WithOutcomeAsync(turn, result, cancellationToken) : result;
        }
#pragma warning disable CA1031 // The one catch at the rim: whatever went wrong, the customer hears it and nothing is half done.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var apology = failures.Apologise(turn, exception);
            return result ?? apology; // what was committed stands, and a sweep does what is left of it
        }
    }

    /// <inheritdoc/>
    public async Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var _ = await gate.EnterAsync(conversationId, cancellationToken);
        var context = (await store.LoadAsync(conversationId, Channel.Internal.Name, "", cancellationToken)).Context;
        if (context is null) return;
        if (context.Committing is { } committed) await RunEffectAsync(context, committed, now, takesReplies: false, cancellationToken);
        foreach (var wake in context.Wakes.Where(wake => wake.At <= now).ToArray())
            await AdvanceAsync(context.TurnFor(new WakeDue(wake.Name), $"wake:{wake.Name}:{context.Version}", now), cancellationToken);
    }

    private async Task<TurnResult> AdvanceAsync(Turn turn, CancellationToken cancellationToken)
    {
        Prompt? asked = null;
        ImmutableArray<LogEntry> earlier = [];
        // What is remembered is tried once, before the attempts: whoever finds it out of date has not begun.
        var recalled = Recall(turn);
        for (var attempt = recalled is null ? 0 : -1; attempt < AttemptsAtMost; attempt++, recalled = null)
        {
            var told = notices.NewestOf(turn.ConversationId);
            var (loaded, answeredAt) = recalled is not null
                ? new Loaded(recalled, null)
                : await store.LoadAsync(turn.ConversationId, turn.EventScope, turn.EventId, cancellationToken);
            if (answeredAt is { } sequence) return (await AgainAsync(turn, sequence, cancellationToken)) with { Context = loaded };
            // Nobody leaves what was never begun: the end of an unknown call makes no conversation, and neither does what reached nobody.
            if (loaded is null && turn.Input is Left or Undeliverable) return new(TurnResultKind.Done, 0, []);
            if (turn.ExpectedVersion is { } expected && expected != (loaded?.Version ?? 0)) return new(TurnResultKind.Stale, 0, []);

            if (loaded is { Committing: { } committed } && turn.Input is DeskFailed or AgentInput and not AgentNotes)
            {
                // What the desk does stands on the outcome. Whoever ran the effect has died, or runs it still: under its key it is done once.
                await RunEffectAsync(loaded, committed, turn.ReceivedAt, takesReplies: false, cancellationToken);
                return new(TurnResultKind.Stale, 0, []);
            }
            var before = loaded ?? New(turn);
            // Who answered one question does not answer another that was asked meanwhile: a yes to one item is no yes to the next.
            if (attempt <= 0) asked = before.AskedOn(turn);
            if (loaded is { Committing: { } begun } && IsHeardAfter(begun, turn))
            {
                if (recalled is not null) continue; // the store says whether it is under way still
                if (await EndedAsync(turn, loaded, begun, cancellationToken) is { } ended)
                {
                    if (ended.Kind == TurnResultKind.Done) earlier = [.. earlier, .. ended.Replies]; // else whoever was first tells it
                    continue;
                }
            }
            if (recalled is null && loaded is not null && before.LastSequence < told) (before.LastSequence, asked, turn) = (told, asked?.Forgotten(), turn with { Answers = asked?.Forgotten() ?? turn.Answers });
            else if (attempt > 0 && turn.Sender == Sender.Customer) turn = turn with { Answers = asked };
            // The words as they were said end here: what follows knows, keeps and logs the masked ones.
            var (masked, heard) = MaskedTurn.Of(turn, understanding.Hear(turn, before, runner.Policy), before.Said);
            var (context, messages, facts) = await StepAsync(before, masked, heard, cancellationToken);
            var commit = context.Commit(before, masked, heard, facts, messages);
            if (!await store.CommitAsync(commit, cancellationToken)) continue;

            if (!commit.Entries.IsEmpty) notices.Publish(context.Id, context.LastSequence);
            return new(TurnResultKind.Done, commit.Entries.FirstOrDefault(entry => entry.EventId is not null)?.Sequence ?? 0, [.. earlier, .. commit.Entries.Where(entry => entry.Message is not null)])
            {
                Context = context,
            };
        }
        throw new InvalidOperationException($"Conversation '{turn.ConversationId}' changed {AttemptsAtMost} times under one turn.");
    }

    // What begins finds nothing there nearly always, which the commit tells as well as a reading would: a caller waits for one answer of the store instead of two.
    private ConversationContext? Recall(Turn turn)
    {
        if (store.Recall(turn.ConversationId) is not { } known) return turn is { Input: Started, ExpectedVersion: null } && notices.NewestOf(turn.ConversationId) == 0 ? New(turn) : null;
        return known.LastSequence >= notices.NewestOf(turn.ConversationId) && (turn.ExpectedVersion is not { } expected || expected == known.Version) ? known : null;
    }

    private ConversationContext New(Turn turn) => new() { Id = turn.ConversationId, Language = runner.Policy.Language };

    private async Task<(ConversationContext, ImmutableArray<Message>, Facts)> StepAsync(ConversationContext before, Turn turn, Recognition? heard, CancellationToken cancellationToken)
    {
        var facts = new Facts(KnownTo(turn, before));
        for (var round = 0; round < RoundsAtMost; round++)
        {
            var context = before.Copy();
            var messages = runner.Step(context, turn, heard, facts);
            if (facts.Missing.Count == 0 && !(facts.TookKnown && context.Committing is not null)) return (context, messages, facts);
            if (facts.Missing.Count == 0) facts = new Facts(); // what is committed stands on facts of this very turn
            await shop.FetchMissingAsync(facts, turn.ReceivedAt, cancellationToken);
        }
        throw new InvalidOperationException($"A turn needed more than {RoundsAtMost} rounds of facts; the last were '{string.Join("', '", facts.Missing.Select(need => need.GetType().Name))}'."); // a need's key may hold a proof of identity
    }

    private static ImmutableArray<KnownFact> KnownTo(Turn turn, ConversationContext before) =>
        turn.Sender == Sender.Customer && before.Committing is null ? [.. before.Known.Where(known => known.At <= turn.ReceivedAt && turn.ReceivedAt - known.At < FactsLast)] : [];

    // What follows an effect may commit another: a return that nobody can vouch for brings a person, and that is a case of its own.
    private async Task<TurnResult> WithOutcomeAsync(Turn turn, TurnResult result, CancellationToken cancellationToken)
    {
        for (var ran = 0; ran < EffectsAtMost && result.Context is { Committing: { } committed } context; ran++)
        {
            if (await EndedAsync(turn, context, committed, cancellationToken) is not { } outcome)
            {
                var delay = await AdvanceAsync(
                    context.TurnFor(new EffectDelayed(committed.Key), $"delayed:{committed.Key}", turn.ReceivedAt) with { TakesReplies = turn.TakesReplies }, cancellationToken);
                return result.With(delay);
            }
            result = result.With(outcome);
        }
        return result;
    }

    // Whoever ran the effect has died, or runs it still: under its key it is done once. What a customer says is heard after it, instead of being put off; and of the desk's books they know nothing.
    private static bool IsHeardAfter(CommittedEffect begun, Turn turn) => turn.Sender == Sender.Customer && (begun.IsBookkeeping || turn.Input is Utterance or Pressed or Photos);

    private async Task<TurnResult?> EndedAsync(Turn turn, ConversationContext context, CommittedEffect begun, CancellationToken cancellationToken)
    {
        try
        {
            return await RunEffectAsync(context, begun, turn.ReceivedAt, turn.TakesReplies, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever keeps the shop from it now: a sweep runs the effect under the same key, and the customer hears that it takes longer.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failures.Postpone(turn, exception);
            return null;
        }
    }

    private async Task<TurnResult> RunEffectAsync(ConversationContext context, CommittedEffect committed, DateTimeOffset now, bool takesReplies, CancellationToken cancellationToken)
    {
        var outcome = await effects.RunAsync(committed.Key, committed.Effect, committed.At, cancellationToken);
        return await AdvanceAsync(context.TurnFor(new EffectEnded(committed.Key, outcome), $"effect:{committed.Key}", now) with { TakesReplies = takesReplies }, cancellationToken);
    }

    private async Task<TurnResult> AgainAsync(Turn turn, long sequence, CancellationToken cancellationToken)
    {
        var log = await store.ReadLogAsync(turn.ConversationId, sequence, cancellationToken);
        // What follows it up to what came in next, and what answered it after that.
        var next = log.Where(entry => entry.EventId is not null).Select(entry => entry.Sequence).FirstOrDefault(long.MaxValue);
        return new(TurnResultKind.Duplicate, sequence, [.. log.Where(entry => entry.EventId is null && (entry.ReplyTo == sequence || (entry.ReplyTo is null && entry.Sequence < next)))]);
    }
}
