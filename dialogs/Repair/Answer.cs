using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The words answer the question that was asked.</summary>
internal static class Answer
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        if (context.Asked is not { } asked) return false;
        if (asked.Dialog == Welcome.Name) return ToWelcome(stack, heard, asked);
        if (context.Top is not { } frame || asked.Dialog != frame.Dialog || asked.State != frame.State) return false;
        var detail = stack.DialogOf(frame).At(frame);
        var scope = stack.ScopeOf(frame);
        if (!stack.HasFacts(detail, scope)) return true;
        if (asked.Expecting.Kind == ExpectedKind.YesNo && detail.Slot is null) return ToYesNo(stack, frame, detail, heard, asked);
        if (detail is not { Slot: { } slot, Hears: { } hears }) return false;
        if (!hears(scope, heard, true)) return ToOfferedWish(stack, heard, asked);
        if (frame.Slots.ContainsKey(slot.Name) && !frame.Answered.Contains(slot.Name)) frame.Answered.Add(slot.Name);
        return GoOn(stack, frame, heard);
    }

    private static bool ToWelcome(DialogStack stack, Recognition heard, Prompt asked)
    {
        // "Is there anything else?" "Yes." So what is it?
        if (asked.State == Welcome.AnythingElse && heard is { Answer: YesNo.Yes, Chosen.IsEmpty: true, Intents.IsEmpty: true, Acts.IsEmpty: true })
        {
            stack.Context.Misses = 0;
            Welcome.Ask(stack, Welcome.Greet, 0);
            return true;
        }
        if (heard.Chosen.IsEmpty || asked.Expecting.Options.Length <= heard.Chosen[0]) return false;
        var option = asked.Expecting.Options[heard.Chosen[0]];
        var intent = option.Value;
        // "How is my complaint getting on?" holds the words of the option "complaint" and wants something else.
        var isVerbatim = heard.Text.Equals(option.Title, StringComparison.OrdinalIgnoreCase) || heard.Text.Equals(option.Value, StringComparison.OrdinalIgnoreCase);
        // "Fine" is not a slip for "find".
        if (!isVerbatim && heard is { Answer: not null, Intents.IsEmpty: true }) return false;
        if (!isVerbatim && (SmallTalk.Leaves(heard) || heard.Intents.Any(wish => wish.Part > 0))) return false;
        if (!isVerbatim && heard.Intents is [{ Confidence: >= IntentCandidate.Accept } sure, ..] && sure.Intent != intent) return false;
        if (!stack.Open(intent, heard)) return false;
        stack.Context.Clarifications = 0;
        stack.Context.Misses = 0;
        stack.Run();
        return true;
    }

    // An option may name a wish of its own: it is seen to first, and then the question stands there again.
    private static bool ToOfferedWish(DialogStack stack, Recognition heard, Prompt asked)
    {
        if (heard.Chosen is not [var only] || asked.Expecting.Options.Length <= only || !stack.Open(asked.Expecting.Options[only].Value, heard)) return false;
        stack.Context.Misses = 0;
        stack.Run();
        return true;
    }

    private static bool ToYesNo(DialogStack stack, DialogFrame frame, StateDetail detail, Recognition heard, Prompt asked)
    {
        if (heard.Answer is not { } answer) return false;
        if (answer == YesNo.No && Correction.TryByValue(stack, heard)) return true;
        if (stack.LeavesWhatNoLongerHolds(frame)) return true;
        if (answer == YesNo.Yes && detail.Question?.Invoke(stack.ScopeOf(frame)) is { IsReadBack: true } question)
        {
            // The yes binds only to what was read: when the quote has changed since, it is read again.
            if (ReadBacks.HashOf(question) != asked.ReadBack)
            {
                stack.AskAgain(0);
                return true;
            }
            foreach (var (name, value) in frame.Slots.ToArray()) frame.Slots[name] = value with { Confirmed = true };
        }
        if (!stack.TryFire(frame, answer == YesNo.Yes ? Trigger.Yes : Trigger.No)) return false;
        return GoOn(stack, frame, heard);
    }

    private static bool GoOn(DialogStack stack, DialogFrame frame, Recognition heard)
    {
        DialogStack.Remember(frame, heard);
        stack.Context.Misses = 0;
        stack.Run();
        return true;
    }
}
