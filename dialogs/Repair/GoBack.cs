using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>One step back: the last answer is forgotten and asked for again. After a receipt, undoing takes back what was done.</summary>
internal static class GoBack
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        var undo = heard.Acts.Contains(DialogAct.Undo);
        if (!undo && !heard.Acts.Contains(DialogAct.Back)) return false;
        if (context.Top is not { } frame)
        {
            if (!undo) return NoWay(stack, heard);
            if (context.Receipts.Count == 0 || !stack.Open(Intents.ReturnUndo, heard)) return false;
            stack.Run();
            return true;
        }
        var dialog = stack.DialogOf(frame);
        var last = frame.Answered.Count == 0 ? null : dialog.States.Values.FirstOrDefault(state => state.Slot is { } slot && slot.Name == frame.Answered[^1]);
        if (last?.Slot is not { } forgotten || !dialog.CanFire(stack.ScopeOf(frame), Trigger.Corrected))
            return NoWay(stack, heard);
        frame.Heard.Clear();
        stack.ScopeOf(frame).Forget(forgotten);
        stack.TryFire(frame, Trigger.Corrected);
        stack.Run();
        return true;
    }

    private static bool NoWay(DialogStack stack, Recognition heard)
    {
        // Whoever pressed the wrong thing at the very first question did not want any of it.
        if (heard.Acts.Contains(DialogAct.Correct) && Stop.Leave(stack)) return true;
        stack.Step.Say(Sentence.Of("repair.noWayBack"));
        stack.AskAgain(0);
        return true;
    }
}
