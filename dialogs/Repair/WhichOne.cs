using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The words fit several of the options, and not all: the customer is asked which of those. It counts as no failure, and forgives none.</summary>
internal static class WhichOne
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        if (stack.Context is not { Top: { } frame, Asked: { } asked } || asked.Dialog != frame.Dialog || asked.State != frame.State) return false;
        var options = asked.Expecting.Options;
        if (heard.Candidates.Length < 2 || heard.Candidates.Length >= options.Length) return false;
        var fitting = asked.Expecting with { Options = [.. heard.Candidates.Select(at => options[at])] };
        stack.Step.Ask(new Question(Sentence.Of("repair.whichOne"), fitting), asked.Dialog, asked.State, 0);
        return true;
    }
}
