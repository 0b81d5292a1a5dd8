using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>
/// A person is asked for, or nothing is understood any more, while the customer is being asked how somebody can be in touch. The question is put once
/// more at most; then somebody calls back, which is as near to a person as it gets, and nobody turns in circles.
/// </summary>
internal static class InsistOnPerson
{
    /// <summary>
    /// Somebody has just been promised for the very matter that is offered to be gone on with, and still nobody is there: they hear that it is passed on,
    /// and no second case is opened for it.
    /// </summary>
    /// <returns>Whether that is so, or cannot be told before a fact is fetched.</returns>
    public static bool IsPromised(DialogStack stack, string cause)
    {
        if (cause is not (EscalationTriggers.Asked or EscalationTriggers.Failures or EscalationTriggers.Vip)) return false;
        if (stack.Context is not { Asked.Dialog: Interruption.Name, Top: { State: DialogStack.HandedOver } frame } || stack.Context.Receipts.LastOrDefault() is not { Kind: "callback" } promised) return false;
        var standing = PersonDialog.Standing(stack.ScopeOf(frame));
        if (!stack.Step.Facts.Require(standing)) return true;
        if (stack.Step.Facts.Get(standing) is { Present: > 0 }) return false;
        stack.Step.Say(Sentence.Of("person.alreadyPassedOn", ("number", promised.Number)));
        // Asked for, the offer to go on stands; where nothing is understood any more, the matter is left to that person.
        if (cause == EscalationTriggers.Asked) stack.AskAgain(0);
        else if (stack.TryFire(frame, Trigger.Cancel)) stack.Run();
        return true;
    }

    /// <summary>Goes on without an answer where that is due.</summary>
    /// <param name="stack">The dialogs.</param>
    /// <param name="cause">Why a person is needed: one of <see cref="EscalationTriggers"/>.</param>
    /// <returns>False where the question is simply put again.</returns>
    public static bool TryHear(DialogStack stack, string cause)
    {
        if (stack.Context.Top is not { Dialog: PersonDialog.Title } frame || frame.State is not (nameof(PersonStates.NobodyThere) or nameof(PersonStates.Contact))) return false;
        var scope = stack.ScopeOf(frame);
        if (cause == EscalationTriggers.Asked && !scope.Knows(PersonSlots.Insisted))
        {
            scope.Set(PersonSlots.Insisted, true, SlotSource.System);
            return false;
        }
        scope.Forget(PersonSlots.Insisted);
        if (frame.State == nameof(PersonStates.NobodyThere)) scope.Set(PersonSlots.Way, PersonQuestions.Callback, SlotSource.Inferred);
        else scope.Set(PersonSlots.Contact, Refusal.LeftOut, SlotSource.Inferred);
        stack.Run();
        return true;
    }
}
