using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Moves the dialogs of one conversation during one step: opens them, runs the one on top until it rests, ends it and goes back to what it interrupted.</summary>
internal sealed class DialogStack(Step step, DialogCatalog catalog)
{
    // More moves than any dialog has states: whoever needs more runs in a circle.
    private const int MovesAtMost = 64;
    private const int DepthAtMost = 6;
    private const int HeardAtMost = 8;

    public Step Step => step;
    public ConversationContext Context => step.Context;
    public DialogCatalog Catalog => catalog;

    public Dialog DialogOf(DialogFrame frame) => catalog[frame.Dialog];

    public DialogScope ScopeOf(DialogFrame frame) => new(step, frame);

    /// <summary>The dialog that a customer would name: whoever called this one, or it itself.</summary>
    public DialogFrame CallerOf(DialogFrame frame)
    {
        while (frame.CalledBy is { } number && Context.Stack.Find(caller => caller.Number == number) is { } caller) frame = caller;
        return frame;
    }

    /// <summary>Opens the dialog of an intent on top of what is under way.</summary>
    /// <returns>False where the intent has no dialog, or too much is under way already.</returns>
    public bool Open(string intent, Recognition? heard)
    {
        if (catalog.ForIntent(intent) is not { } dialog || Context.Stack.Count >= DepthAtMost) return false;
        if (Context.Owner is not null && string.Equals(intent, Intents.Person, StringComparison.Ordinal)) return false;
        if (Context.Top is { } last && DialogOf(last).IsLast) Context.Stack.Remove(last);
        if (Context.Top is { } below) below.Interrupted = true;
        Push(dialog, heard, caller: null);
        return true;
    }

    /// <summary>Begins a dialog that no words of a customer start.</summary>
    /// <returns>Its frame.</returns>
    public DialogFrame Begin(string dialog)
    {
        Push(catalog[dialog], heard: null, caller: null);
        return Context.Stack[^1];
    }

    /// <summary>Runs the dialog on top until it rests, waits for an effect, or lacks a fact.</summary>
    public void Run()
    {
        for (var moves = 0; moves < MovesAtMost; moves++)
        {
            if (Context.Top is not { } frame)
            {
                if (Context.Waiting.Count == 0)
                {
                    Welcome.Rest(this);
                    return;
                }
                var next = Context.Waiting[0];
                Context.Waiting.RemoveAt(0);
                if (Open(next.Intent, next.Heard)) step.Say(Sentence.Of("repair.nextRequest", ("what", catalog.NameOf(Context.Stack[^1].Dialog))));
                continue;
            }
            if (!Move(frame)) return;
        }
        throw new InvalidOperationException($"Dialog '{Context.Top?.Dialog}' moves in a circle at state '{Context.Top?.State}'.");
    }

    /// <summary>Asks again what the dialog on top, or nobody in particular, is waiting for.</summary>
    public void AskAgain(int attempt)
    {
        if (Context is { Asked.Dialog: Doubt.Name, Doubted: not null })
        {
            Doubt.Ask(this, attempt);
            return;
        }
        if (Context.Asked is { Dialog: Elsewhere.Name })
        {
            Elsewhere.Ask(this, attempt);
            return;
        }
        if (Context.Top is not { } frame || Context.Asked is { Dialog: Welcome.Name })
        {
            Welcome.Ask(this, Context.Asked?.State ?? Welcome.Greet, attempt);
            return;
        }
        if (Context.Asked is { Dialog: Interruption.Name })
        {
            Interruption.Offer(this, frame, attempt);
            return;
        }
        var detail = DialogOf(frame).At(frame);
        if (!HasFacts(detail, ScopeOf(frame))) return;
        if (detail.Question is null) Run();
        else if (!LeavesWhatNoLongerHolds(frame)) Ask(frame, detail, attempt);
    }

    /// <summary>Goes on from a question that the world has overtaken: what was to be returned came back on another way.</summary>
    /// <returns>Whether it did; then something else is asked or said.</returns>
    public bool LeavesWhatNoLongerHolds(DialogFrame frame)
    {
        if (!TryFire(frame, Trigger.Retry)) return false;
        Run();
        return true;
    }

    /// <summary>The facts that a state needs are there; those that are not are asked of the pipeline.</summary>
    public bool HasFacts(StateDetail detail, DialogScope scope)
    {
        var all = true;
        foreach (var requirement in detail.Requirements)
            if (requirement(scope) is { } need) all &= step.Facts.Require(need);
        return all;
    }

    /// <summary>Fires a trigger on a frame where it is permitted.</summary>
    public bool TryFire(DialogFrame frame, Trigger trigger)
    {
        var dialog = DialogOf(frame);
        var scope = ScopeOf(frame);
        if (!dialog.CanFire(scope, trigger)) return false;
        dialog.Fire(scope, trigger);
        return true;
    }

    /// <summary>Hands the dialog on top to a person, or opens the dialog for one.</summary>
    /// <param name="cause">One of <see cref="Escalation.EscalationTriggers"/>.</param>
    /// <param name="heard">The words that asked for it, or null.</param>
    public void HandOver(string cause, Recognition? heard = null)
    {
        if (Context.Owner is { Delegated: not null })
        {
            // The person is there already, and has the conversation back after this step.
            if (Context.Top is { } delegated) TryFire(delegated, Trigger.Person);
            return;
        }
        if (InsistOnPerson.IsPromised(this, cause)) return;
        if (Context.Stack.Exists(frame => string.Equals(frame.Dialog, "person", StringComparison.Ordinal)))
        {
            if (!InsistOnPerson.TryHear(this, cause)) AskAgain(0);
            return;
        }
        if (Context.Top is { } frame && TryFire(frame, Trigger.Person)) ScopeOf(frame).Set(PersonCause, cause, SlotSource.Inferred);
        else if (Open(Intents.Person, heard) && Context.Top is { } person) ScopeOf(person).Set(PersonCause, cause, SlotSource.Inferred);
        Run();
    }

    /// <summary>Takes the dialog off the stack and returns to what called it or was interrupted by it.</summary>
    /// <returns>False where the conversation now rests at an offer to go on.</returns>
    public bool End(DialogFrame frame)
    {
        Context.Stack.Remove(frame);
        step.SomethingEnded = true;
        if (DialogOf(frame).IsLast) step.LastEnded = true;
        if (Context.Top is not { } below) return true;
        if (frame.CalledBy == below.Number)
        {
            Tell(below, frame);
            if (below.State == HandedOver) below.Slots[HandedOverDone.Name] = frame.Slots.GetValueOrDefault(PersonCause.Name) ?? new SlotValue(DialogScopeJson.True, SlotSource.System, step.Turn.ReceivedAt);
            else if (frame.State is HandedOver or Cancelled) return End(below);
            return true;
        }
        below.Interrupted = false;
        if (DialogOf(frame).IsAnswer)
        {
            step.Say(Sentence.Of("repair.backTo", ("what", catalog.NameOf(CallerOf(below).Dialog))));
            return true;
        }
        Interruption.Offer(this, below, 0);
        return false;
    }

    /// <summary>The caller of a dialog and the slot by which it does without, where it may; null where the dialog must be gone through.</summary>
    public (DialogFrame Caller, Slot<string> Waiver)? WaiverOf(DialogFrame frame) =>
        frame.CalledBy is { } number && Context.Stack.Find(below => below.Number == number) is { } caller && DialogOf(caller).At(caller).Waiver is { } waiver ? (caller, waiver) : null;

    /// <summary>Leaves a called dialog without its end; what was said in it stays known.</summary>
    public void Waive(DialogFrame frame, DialogFrame caller, Slot<string> waiver, string value)
    {
        Context.Stack.Remove(frame);
        Tell(caller, frame);
        ScopeOf(caller).Set(waiver, value);
    }

    internal const string HandedOver = nameof(HandedOver);
    internal const string Cancelled = nameof(Cancelled);

    /// <summary>Why a person was needed.</summary>
    internal static readonly Slot<string> PersonCause = new("personCause");
    private static readonly Slot<string> HandedOverDone = new("handedOver");

    private bool Move(DialogFrame frame)
    {
        var dialog = DialogOf(frame);
        var detail = dialog.At(frame);
        var scope = ScopeOf(frame);
        if (!HasFacts(detail, scope)) return false;
        detail.Arriving?.Invoke(scope);
        if (detail.Slot is { } slot && !scope.Knows(slot)) HearWhatWasSaid(detail, scope);
        if (detail.IsEnd)
        {
            if (detail.Question is not null) step.Ask(detail.Question(scope), frame.Dialog, frame.State, 0);
            else if (frame.State == Cancelled) step.Say(Sentence.Of("repair.cancelled", ("what", catalog.NameOf(CallerOf(frame).Dialog))));
            return End(frame);
        }
        if (TryFire(frame, Trigger.Next) || TryFire(frame, Trigger.Retry)) return true;
        if (frame.State == HandedOver && scope.Knows(HandedOverDone)) return AfterPerson(frame, scope);
        if (frame.State == HandedOver && Context.Owner is not null) return false;
        if (detail.Successor is { } successor)
        {
            Context.Stack.Remove(frame);
            Push(catalog[successor], null, null);
            Context.Stack[^1].Heard.AddRange(frame.Heard);
            return true;
        }
        if (detail.Callee is { } callee)
        {
            Push(catalog[callee(scope)], frame.Heard.Count > 0 ? frame.Heard[^1] : null, frame);
            return true;
        }
        if (detail.Effect is { } effect)
        {
            Context.Committing ??= CommittedEffect.For(Context, effect(scope), step.Turn.ReceivedAt, frame.Number);
            Context.Asked = new Prompt(frame.Dialog, frame.State, Expectation.Nothing, 0);
            return false;
        }
        Ask(frame, detail, 0);
        return false;
    }

    private bool AfterPerson(DialogFrame frame, DialogScope scope)
    {
        if (!scope.Knows(new Slot<string>("resumeAt")) || GraveMatter.IsPassedOn(frame)) return End(frame);
        Interruption.Offer(this, frame, 0);
        return false;
    }

    private void Ask(DialogFrame frame, StateDetail detail, int attempt)
    {
        var question = detail.Question?.Invoke(ScopeOf(frame))
            ?? throw new InvalidOperationException($"Dialog '{frame.Dialog}' rests in state '{frame.State}', which asks nothing.");
        step.Ask(question, frame.Dialog, frame.State, attempt);
    }

    private static void HearWhatWasSaid(StateDetail detail, DialogScope scope)
    {
        // The newest words first: who says two things of one slot means the second.
        foreach (var heard in scope.Frame.Heard.AsEnumerable().Reverse())
            if (detail.Hears?.Invoke(scope, heard, false) == true && detail.Slot is { } slot && scope.Knows(slot)) return;
    }

    private void Push(Dialog dialog, Recognition? heard, DialogFrame? caller)
    {
        var frame = new DialogFrame { Number = ++Context.Frames, Dialog = dialog.Name, State = dialog.InitialState, CalledBy = caller?.Number };
        if (caller is not null) frame.Heard.AddRange(caller.Heard);
        else if (heard is not null) frame.Heard.Add(heard);
        if (caller?.Slots.GetValueOrDefault(PersonCause.Name) is { } cause) frame.Slots[PersonCause.Name] = cause;
        Context.Stack.Add(frame);
    }

    private static void Tell(DialogFrame caller, DialogFrame called)
    {
        foreach (var heard in called.Heard)
            if (!caller.Heard.Exists(known => string.Equals(known.Text, heard.Text, StringComparison.Ordinal))) Remember(caller, heard);
    }

    /// <summary>Remembers an utterance for states that come later.</summary>
    public static void Remember(DialogFrame frame, Recognition heard)
    {
        frame.Heard.Add(heard);
        if (frame.Heard.Count > HeardAtMost) frame.Heard.RemoveAt(0);
    }
}
