using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Flow;

/// <summary>The offer to go on with a dialog that was interrupted.</summary>
internal static class Interruption
{
    public const string Name = "interruption";
    private const string Resume = nameof(Resume);

    public static void Offer(DialogStack stack, DialogFrame interrupted, int attempt) =>
        stack.Step.Ask(Question.YesNo("resume", Sentence.Of("repair.resume", ("what", stack.Catalog.NameOf(stack.CallerOf(interrupted).Dialog)))), Name, Resume, attempt);

    /// <summary>Takes the answer to the offer.</summary>
    /// <returns>False where the words are no answer to it.</returns>
    public static bool TryAnswer(DialogStack stack, Recognition heard)
    {
        if (stack.Context.Asked is not { Dialog: Name } || stack.Context.Top is not { } frame) return false;
        var goesOn = heard.Answer == YesNo.Yes || heard.Acts.Contains(DialogAct.Resume);
        if (!goesOn && heard.Answer != YesNo.No && AnswersIt(stack, frame, heard) is { } answers)
        {
            if (!answers) return true; // facts are being fetched
            goesOn = true;
        }
        if (!goesOn && heard.Answer != YesNo.No && !heard.Acts.Contains(DialogAct.Cancel) && !heard.Acts.Contains(DialogAct.Bye)) return false;
        frame.Interrupted = false;
        if (!goesOn) stack.TryFire(frame, Trigger.Cancel);
        else if (frame.State == DialogStack.HandedOver)
        {
            stack.TryFire(frame, Trigger.Resume);
            frame.Slots.Remove("handedOver");
            frame.Slots.Remove("resumeAt");
        }
        // Whoever is back on a line has proven nothing yet: the way is gone again from the start, and what is known is not asked.
        else if (stack.Context.CustomerBefore is not null && stack.Context.CustomerId is null) stack.TryFire(frame, Trigger.Corrected);
        stack.Context.Misses = 0;
        stack.Run();
        return true;
    }

    // Whoever answers what had been asked before goes on with it, without a yes: "the blue one". Null where the words do not.
    private static bool? AnswersIt(DialogStack stack, DialogFrame frame, Recognition heard)
    {
        var scope = stack.ScopeOf(frame);
        var left = frame.State == DialogStack.HandedOver ? scope.Get(BackToBot.ResumeAt) : frame.State;
        if (left is null || !stack.DialogOf(frame).States.TryGetValue(left, out var detail) || detail is not { Slot: { } slot, Hears: { } hears } || scope.Knows(slot)) return null;
        if (!stack.HasFacts(detail, scope)) return false;
        return hears(scope, heard, false) && scope.Knows(slot) ? true : null;
    }
}
