using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>The conversation is the bot's again.</summary>
internal static class BackToBot
{
    /// <summary>Goes on exactly where it was, and says what an agent has set meanwhile. What the policy left to a person and nobody changed is over.</summary>
    public static void Resume(DialogStack stack)
    {
        var handedOver = Close(stack);
        stack.Step.Say(Sentence.Of("person.back"));
        stack.Context.Misses = 0;
        stack.Context.Asked = null;
        if (handedOver is not null && !GoOn(stack, handedOver))
        {
            Drop(stack, handedOver);
            stack.Step.SomethingEnded = true;
        }
        else if (handedOver is not null) Recap(stack, handedOver);
        stack.Run();
    }

    /// <summary>The matter is over: what was handed over ends, with whoever called it.</summary>
    public static void End(DialogStack stack)
    {
        Drop(stack, Close(stack));
        stack.Step.Say(Sentence.Of("person.ended"));
        stack.Step.SomethingEnded = true;
        stack.Context.Asked = null;
        if (stack.Context.Top is { } interrupted)
        {
            interrupted.Interrupted = false;
            Interruption.Offer(stack, interrupted, 0);
        }
        else stack.Run();
    }

    /// <summary>Takes a dialog that was handed over back to the state it was in.</summary>
    /// <returns>False where it was in none that can be gone back to.</returns>
    public static bool GoOn(DialogStack stack, DialogFrame frame)
    {
        if (frame.State != DialogStack.HandedOver) return true;
        if (!frame.Slots.ContainsKey(ResumeAt.Name) || !stack.TryFire(frame, Trigger.Resume)) return false;
        frame.Slots.Remove(ResumeAt.Name);
        frame.Slots.Remove(DialogStack.PersonCause.Name);
        return true;
    }

    /// <summary>Where a dialog was when a person was asked for.</summary>
    public static readonly Slot<string> ResumeAt = new("resumeAt");

    /// <summary>Whoever was to bring a person is over without a word; what it had interrupted waits to be taken up again.</summary>
    public static void Abandon(DialogStack stack)
    {
        if (Close(stack) is { } below) below.Interrupted = true;
        stack.Context.Asked = null;
    }

    // The dialog for a person ends without a word; what it interrupted or was called by is below it.
    private static DialogFrame? Close(DialogStack stack)
    {
        stack.Context.Stack.RemoveAll(frame => frame.Dialog == PersonDialog.Title);
        if (stack.Context.Top is not { } below) return null;
        below.Interrupted = false;
        return below;
    }

    private static void Drop(DialogStack stack, DialogFrame? frame)
    {
        while (frame is not null)
        {
            stack.Context.Stack.Remove(frame);
            frame = frame.CalledBy is { } caller ? stack.Context.Stack.Find(below => below.Number == caller) : null;
        }
    }

    private static void Recap(DialogStack stack, DialogFrame frame)
    {
        var scope = stack.ScopeOf(frame);
        var set = stack.DialogOf(frame).States.Values
            .Where(state => state is { Slot: not null, Name: not null } && frame.Slots.TryGetValue(state.Slot.Name, out var value) && value.Source == SlotSource.Agent && stack.HasFacts(state, scope))
            .Select(state => $"{scope.Words(state.Name?.Key ?? "")} {SlotWords.Of(scope, state)}").ToArray();
        if (set.Length > 0) stack.Step.Say(Sentence.Of("person.agreed", ("facts", (IReadOnlyList<string>)set)));
    }
}
