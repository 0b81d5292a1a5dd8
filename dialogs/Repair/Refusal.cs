using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The customer will not or cannot answer: what is optional is left out, what is not is explained, and a person is one word away.</summary>
internal static class Refusal
{
    /// <summary>Stands in a slot that the customer left out.</summary>
    public const string LeftOut = "-";

    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        if (stack.Context.Top is not { } frame || stack.Context.Asked?.Dialog != frame.Dialog) return false;
        var detail = stack.DialogOf(frame).At(frame);
        var waiver = stack.WaiverOf(frame);
        var canDoWithout = detail.IsOptional || waiver is not null;
        if (!heard.Acts.Contains(DialogAct.Refuse) && !(canDoWithout && (heard.Answer == YesNo.No || heard.Acts.Contains(DialogAct.Bye)))) return false;
        if (waiver is { } without)
        {
            stack.Waive(frame, without.Caller, without.Waiver, LeftOut);
            stack.Context.Misses = 0;
            stack.Run();
            return true;
        }
        if (detail is { IsOptional: true, Slot: Slot<string> optional })
        {
            stack.ScopeOf(frame).Set(optional, LeftOut);
            frame.Answered.Add(optional.Name);
            stack.Context.Misses = 0;
            stack.Run();
            return true;
        }
        if (++stack.Context.Misses >= Ladder.AtMost)
        {
            stack.HandOver("failures");
            return true;
        }
        stack.Step.Say(Sentence.Of("repair.cannotSkip"));
        stack.AskAgain(stack.Context.Misses);
        return true;
    }
}
