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
}
