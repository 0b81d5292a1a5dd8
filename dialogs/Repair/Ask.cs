using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Questions about the conversation itself: again please, one moment, why do you ask, what can you do, are you a machine. The matter stays where it is.</summary>
internal static class Ask
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        if (!heard.Chosen.IsEmpty) return false;
        if (heard.Acts.Contains(DialogAct.Wait) && !AsksOrCorrects(heard) || WillShow(stack, heard)) return Say(stack, "repair.takeYourTime", again: false);
        if (heard.Acts.Contains(DialogAct.Repeat)) return Again(stack);
        if (heard.Acts.Contains(DialogAct.Why)) return Why(stack);
        if (heard.Acts.Contains(DialogAct.Help)) return Say(stack, "repair.help", again: true);
        if (heard.Acts.Contains(DialogAct.AreYouHuman)) return Say(stack, "repair.machine", again: true);
        return false;
    }

    // "Hold on, how much do I get back?" is not to be waited for.
    private static bool AsksOrCorrects(Recognition heard) =>
        heard.Acts.Contains(DialogAct.Correct) || (heard.IsQuestion && heard.Intents is [{ Confidence: >= IntentCandidate.Accept }, ..]);

    // "Could you send me a photo?" "Yes." It is on its way then.
    private static bool WillShow(DialogStack stack, Recognition heard) =>
        stack.Context.Asked?.Expecting.Kind == ExpectedKind.Photo && stack.Step.Turn.Input is not Photos && heard.Answer == YesNo.Yes;

    private static bool Say(DialogStack stack, string key, bool again)
    {
        stack.Step.Say(Sentence.Of(key));
        if (again) stack.AskAgain(0);
        return true;
    }

    private static bool Again(DialogStack stack)
    {
        stack.AskAgain(0);
        return true;
    }

    private static bool Why(DialogStack stack)
    {
        var context = stack.Context;
        if (context.Top is { } frame && context.Asked is { } asked && asked.Dialog == frame.Dialog)
        {
            var detail = stack.DialogOf(frame).At(frame);
            if (!stack.HasFacts(detail, stack.ScopeOf(frame))) return true;
            if (detail.Question?.Invoke(stack.ScopeOf(frame)).Why is { } why)
            {
                stack.Step.Say(why);
                stack.AskAgain(0);
                return true;
            }
        }
        return Say(stack, "repair.why", again: true);
    }
}
