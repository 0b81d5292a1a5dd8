using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;
using Message = ServiceBot.Dialogs.Turns.Message;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>
/// Takes a call's events through the conversation and answers with documents. Nothing is kept here: a delivery that is repeated is a turn that was
/// taken already, and so gets the same replies; a turn that takes long goes on while the caller is told so and comes back for it.
/// </summary>
internal sealed class CallTurns(ITurns turns, IContextStore conversations, CallAddresses addresses, CallQueue queue, EarlyAgents early, Prompts prompts, QueuePrompts queued, TimeProvider clock)
{
    // Silence on a line is taken for a fault after some two seconds; the platform gives up after fifteen.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const int WaitsAtMost = 12;
    private const int FailuresAtMost = 3;

    /// <summary>Takes one event and answers it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="state">What the document left behind that it answers.</param>
    /// <param name="input">What the caller did.</param>
    /// <param name="cancellationToken">Ends the waiting, not the turn.</param>
    public async Task<VoiceResponse> TakeAsync(CallParty call, CallState state, TurnInput input, CancellationToken cancellationToken) =>
        await RunAsync(call, state, state.EventOf(call.CallSid), input, cancellationToken) is { } result
            ? await AnswerAsync(call, state, result, cancellationToken)
            : prompts.Wait(call.CallSid, state with { Waits = state.Waits + 1 });

    /// <summary>Comes back for an event that took long. Where nobody knows of it any more, what was said is lost, and the question is put again.</summary>
    public async Task<VoiceResponse> ReturnAsync(CallParty call, CallState state, CancellationToken cancellationToken)
    {
        if (state.Waits > WaitsAtMost) return prompts.Sorry(state.Locale);
        if (await RunAsync(call, state, state.EventOf(call.CallSid), new Started(), cancellationToken) is not { } result) return prompts.Wait(call.CallSid, state with { Waits = state.Waits + 1 });
        if (result.Kind == TurnResultKind.Done && state.Heard.Length > 0) result = result with { Replies = [.. result.Replies.Prepend(Entry(call, prompts.Message("vru.lost", state.Locale)))] };
        return await AnswerAsync(call, state, result, cancellationToken);
    }

    /// <summary>Reads out the rest of the menu that is being heard.</summary>
    public async Task<VoiceResponse> ReadRestAsync(CallParty call, CallState state, CancellationToken cancellationToken)
    {
        // The event whose replies are heard was taken already, so that it only answers them again.
        if (state.Keys.Rest is not { } from || await RunAsync(call, state, state.Heard, new Started(), cancellationToken) is not { } result || Messages(result) is not [.., var question])
            return await TakeAsync(call, state, new Started(), cancellationToken);
        return prompts.AskRest(call.CallSid, question, state with { Keys = Keypad.For(question.Expecting, from), Waits = 0 });
    }

    /// <summary>Takes one event of a caller who waits in the queue: the news, or the way out of the queue where nobody is waited for any more.</summary>
    public async Task<VoiceResponse> TakeInQueueAsync(CallParty call, CallState state, TurnInput input, bool offersCallback, CancellationToken cancellationToken)
    {
        var result = await RunAsync(call, state, state.EventOf(call.CallSid), input, cancellationToken);
        var messages = result is null or { Kind: TurnResultKind.Failed } ? [] : Messages(result);
        if (input is Utterance && result is { Kind: TurnResultKind.Done, Context: { } context }) await queue.RaiseAsync(call.CallSid, context, cancellationToken);
        // Whatever fails now, the caller waits on; also while the telephone of whoever took the conversation rings.
        if (result is null or { Kind: TurnResultKind.Failed } || IsWaiting(result) || await IsRungForAsync(call, result, cancellationToken)) return queued.Wait(call.CallSid, messages, state with { Number = state.Number + 1, Waits = state.Waits + 1 }, offersCallback);
        return queued.LeaveQueue(messages.IsEmpty ? [] : messages[..^1]);
    }

    /// <summary>The talk with a person is over: the bot is back.</summary>
    /// <param name="call">The caller's call.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="ended">What the conversation says to its end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<VoiceResponse> AfterTalkAsync(CallParty call, QueuedCall talk, TurnResult ended, CancellationToken cancellationToken)
    {
        var state = new CallState(talk.Conversation, (ended.Context?.LastSequence ?? 0) + 1) { Locale = talk.Locale, Heard = $"{talk.Id}:ended:{talk.Rings}" };
        // Whoever ended it at the desk has had the bot speak already, which nobody has heard yet.
        if (ended.Replies.IsEmpty) ended = ended with { Replies = await LastWordsAsync(talk.Conversation, cancellationToken) };
        return ended.Replies.IsEmpty ? await TakeAsync(call, state, new Started(), cancellationToken) : await AnswerAsync(call, state, ended, cancellationToken);
    }

    /// <summary>The session on a socket ended because a person is to take over: what was said to that stands in the log, and nobody has heard it.</summary>
    public async Task<VoiceResponse> AfterRelayAsync(CallParty call, CallState state, CancellationToken cancellationToken)
    {
        if (await RunAsync(call, state, state.EventOf(call.CallSid), new Started(), cancellationToken) is not { } result) return prompts.Wait(call.CallSid, state with { Waits = state.Waits + 1 });
        if (result is { Kind: TurnResultKind.Done, Replies.IsEmpty: true, Context.ContinuedIn: null }) result = result with { Replies = await LastWordsAsync(state.Conversation, cancellationToken) };
        return await AnswerAsync(call, state, result, cancellationToken);
    }

    /// <summary>Something of ours failed before it could answer: the question is put again, for a while.</summary>
    public VoiceResponse AfterFault(CallParty call, CallState state)
    {
        var failed = state with { Failures = state.Failures + 1, Waits = 0 };
        return failed.Failures >= FailuresAtMost ? prompts.Sorry(state.Locale) : prompts.Again(call.CallSid, [prompts.Message("vru.trouble", state.Locale)], failed);
    }

    private async Task<TurnResult?> RunAsync(CallParty call, CallState state, string eventId, TurnInput input, CancellationToken cancellationToken)
    {
        // A caller who hangs up has still said it: no turn is given up.
        var turn = new Turn(state.Conversation, eventId, VoiceChannel.Value, input, clock.GetUtcNow()) { From = call.From, To = call.To, Locale = state.Locale, Shown = state.Spoken };
        var running = turns.RunAsync(turn, CancellationToken.None);
        try
        {
            return await running.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<VoiceResponse> AnswerAsync(CallParty call, CallState state, TurnResult result, CancellationToken cancellationToken)
    {
        if (result.Kind == TurnResultKind.Failed) return AfterFault(call, state);
        return result.Context is { ContinuedIn: { } other, CustomerId: { } customer }
            ? await JoinAsync(call, state, other, customer, cancellationToken)
            : await SayAsync(call, state, state.EventOf(call.CallSid), result, cancellationToken);
    }

    // The same delivery again joins again, which is the same event there. A conversation that is no longer the customer's has nothing to say: then the call goes on by itself.
    private async Task<VoiceResponse> JoinAsync(CallParty call, CallState state, string other, string customer, CancellationToken cancellationToken)
    {
        var (there, joining) = (state with { Conversation = other, Spoken = 0 }, $"{state.EventOf(call.CallSid)}:join");
        if (await RunAsync(call, there, joining, new Joined(customer), cancellationToken) is not { } joined) return prompts.Wait(call.CallSid, state with { Waits = state.Waits + 1 });
        if (joined.Kind == TurnResultKind.Failed) return AfterFault(call, state);
        if (!joined.Replies.IsEmpty) return await SayAsync(call, there, joining, joined, cancellationToken);
        var (here, staying) = (state with { Spoken = 0 }, $"{state.EventOf(call.CallSid)}:stay");
        return await RunAsync(call, here, staying, new Returned(), cancellationToken) is { Kind: not TurnResultKind.Failed } stayed ? await SayAsync(call, here, staying, stayed, cancellationToken) : AfterFault(call, state);
    }

    private async Task<VoiceResponse> SayAsync(CallParty call, CallState state, string heard, TurnResult result, CancellationToken cancellationToken)
    {
        var entries = result.Replies.RemoveAll(entry => entry.Message is null);
        // While a person sees to it, what was said meanwhile stands in the log.
        if (entries.IsEmpty && state.Spoken > 0) entries = (await conversations.ReadLogAsync(state.Conversation, state.Spoken, cancellationToken)).RemoveAll(entry => entry.Message is null);
        ImmutableArray<Message> messages = [.. entries.Select(entry => entry.Message).OfType<Message>()];
        if (messages.IsEmpty) return prompts.Hold(call.CallSid, state with { Number = state.Number + 1, Waits = 0 });
        var keys = Keypad.For(messages[^1].Expecting);
        var next = new CallState(state.Conversation, Math.Max(state.Number + 1, entries[^1].Sequence))
        {
            Heard = heard,
            Spoken = entries[^1].Sequence,
            Keys = state is { Number: 0, Keys.OffersLanguage: true } ? keys with { OffersLanguage = true } : keys,
            Locale = messages[^1].Locale,
        };
        // The case stands; what the caller has to add is recorded before the next question.
        if (messages.LastOrDefault(message => message is { Dialog: "person", State: "Voicemail", Receipt: not null }) is { } promise)
            return queued.Record(call.CallSid, messages[..(messages.IndexOf(promise) + 1)], next, addresses.To("recording", call.CallSid, next));
        if (result.Context is not { } context || !(IsWaiting(result) || await early.HaveTakenAsync(call.CallSid, context, cancellationToken))) return prompts.Ask(call.CallSid, messages, next);
        await queue.EnterAsync(call, next, context, cancellationToken);
        await early.RingAsync(call.CallSid, next.Conversation, cancellationToken);
        return queued.Enter(call.CallSid, messages, next);
    }

    private static bool IsWaiting(TurnResult result) => result.Context?.Owner is { Agent: null, IsSilent: true };

    private async Task<bool> IsRungForAsync(CallParty call, TurnResult result, CancellationToken cancellationToken) =>
        result.Context?.Owner is { Agent: { } agent, IsSilent: true } && await queue.FindAsync(call.CallSid, cancellationToken) is { AgentId: { } rung, State: not QueuedCallState.Ended } && rung == agent.Id;

    // What was said last: to one thing that happened, and to what came of its effects.
    private async Task<ImmutableArray<LogEntry>> LastWordsAsync(string conversation, CancellationToken cancellationToken)
    {
        var journal = (await conversations.ReadJournalAsync(conversation, cancellationToken)).Reverse().SkipWhile(entry => entry.Messages.IsEmpty).ToArray();
        var said = journal.TakeWhile((_, at) => at == 0 || journal[at - 1].Turn.Input is EffectEnded or EffectDelayed).Sum(entry => entry.Messages.Length);
        return [.. (await conversations.ReadLogAsync(conversation, 0, cancellationToken)).Where(entry => entry.Message is not null).TakeLast(said)];
    }

    private static ImmutableArray<Message> Messages(TurnResult result) => [.. result.Replies.Select(reply => reply.Message).OfType<Message>()];

    private LogEntry Entry(CallParty call, Message message) => new(0, clock.GetUtcNow(), VoiceChannel.Value.Name) { Message = message };
}
