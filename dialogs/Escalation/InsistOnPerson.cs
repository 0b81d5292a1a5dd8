using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>
/// A person is asked for, or nothing is understood any more, while the customer is being asked how somebody can be in touch. The question is put once
/// more at most; then somebody calls back, which is as near to a person as it gets, and nobody turns in circles.
/// </summary>
internal static class InsistOnPerson
{
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
