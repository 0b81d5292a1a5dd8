using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The customer stops what is under way; the dialog's end says what was and was not done.</summary>
internal static class Stop
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        // Who is asked for the reason and says "I changed my mind" has answered.
        if (stack.Context.Asked?.Expecting.Kind == ExpectedKind.Reason && (!heard.Chosen.IsEmpty || heard.Of(EntityType.Reason).Any())) return false;
        if (stack.Context.Top is not { } frame || !(heard.Acts.Contains(DialogAct.Cancel) || IsMeant(stack, heard))) return false;
        return Leave(stack);
    }

    /// <summary>Leaves the dialog on top; false where it cannot be left.</summary>
    public static bool Leave(DialogStack stack)
    {
        if (stack.Context.Top is not { } frame) return false;
        // Who called the dialog wanted what it is for: to stop proving who one is means to stop the return.
        while (frame.CalledBy is not null && stack.Context.Stack.Count > 1 && stack.Context.Stack[^2].State != DialogStack.HandedOver)
        {
            stack.Context.Stack.Remove(frame);
            frame = stack.Context.Stack[^1];
        }
        if (!stack.TryFire(frame, Trigger.Cancel)) return false;
        stack.Context.Misses = 0;
        stack.Run();
        return true;
    }

    /// <summary>"I don't want to return it after all", said while the return is under way, stops this return rather than taking back an earlier one.</summary>
    private static bool IsMeant(DialogStack stack, Recognition heard) =>
        heard.Intents is [{ Intent: Intents.ReturnUndo, Confidence: >= IntentCandidate.Accept }, ..] && stack.Context.Stack.Exists(frame => frame.Dialog == "return");
}
